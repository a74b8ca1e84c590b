using System.Linq.Expressions;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>A course as a line of a public list.</summary>
internal sealed record CourseRow(Guid Id, string Title, Guid HallId, string ProgramType, DateOnly? FirstDate, DateOnly? LastDate, TimeOnly? FirstFrom, TimeOnly? FirstTo,
    int SessionCount, int Fee, int MaterialsFee, Childcare Childcare, CourseState State, Intake Intake, DateTime? OpensAt, DateTime? ClosesAt, int? Capacity, int Taken)
{
    public static readonly Expression<Func<Course, CourseRow>> From = c => new CourseRow(c.Id, c.Title, c.HallId, c.ProgramType, c.FirstDate, c.LastDate, c.FirstFrom, c.FirstTo,
        c.SessionCount, c.Fee, c.MaterialsFee, c.Childcare, c.State, c.Recruitment.Intake, c.Recruitment.OpensAt, c.Recruitment.ClosesAt, c.Recruitment.Capacity, c.Enrolled + c.Offered);

    public Status Status(DateTime nowUtc) => Wording.ForResidents(State, Intake, OpensAt, ClosesAt, Capacity, Taken, LastDate, nowUtc);
}

/// <summary>
/// The lists everybody opens, compiled once for the application's engine: translating a query again for each request
/// would cost as much as running it.
/// </summary>
internal sealed class CourseLists
{
    private readonly Func<CoursesDb, DateOnly, int, int, IAsyncEnumerable<CourseRow>> upcoming = EF.CompileAsyncQuery((CoursesDb db, DateOnly today, int skip, int take) =>
        db.Courses.AsNoTracking().IgnoreQueryFilters().Where(c => c.LastDate >= today && c.State != CourseState.Draft)
            .OrderBy(c => c.FirstDate).ThenBy(c => c.Id).Skip(skip).Take(take)
            .Select(c => new CourseRow(c.Id, c.Title, c.HallId, c.ProgramType, c.FirstDate, c.LastDate, c.FirstFrom, c.FirstTo,
                c.SessionCount, c.Fee, c.MaterialsFee, c.Childcare, c.State, c.Recruitment.Intake, c.Recruitment.OpensAt, c.Recruitment.ClosesAt, c.Recruitment.Capacity, c.Enrolled + c.Offered)));

    private readonly Func<CoursesDb, DateOnly, Task<int>> countUpcoming = EF.CompileAsyncQuery((CoursesDb db, DateOnly today) =>
        db.Courses.IgnoreQueryFilters().Count(c => c.LastDate >= today && c.State != CourseState.Draft));

    public async Task<IReadOnlyList<CourseRow>> UpcomingAsync(CoursesDb db, DateOnly today, int skip, int take)
    {
        var rows = new List<CourseRow>(take);
        await foreach (var row in upcoming(db, today, skip, take))
        {
            rows.Add(row);
        }

        return rows;
    }

    public Task<int> CountUpcomingAsync(CoursesDb db, DateOnly today) => countUpcoming(db, today);
}
