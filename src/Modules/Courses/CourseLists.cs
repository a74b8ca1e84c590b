using System.Linq.Expressions;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>A course as a line of a public list of what is still to come; no column more than the line shows.</summary>
internal sealed record CourseRow(Guid Id, string Title, Guid HallId, DateOnly? FirstDate, TimeOnly? FirstFrom, TimeOnly? FirstTo,
    int SessionCount, int Fee, int MaterialsFee, Childcare Childcare, CourseState State, Intake Intake, bool IsOpenYet, DateTime? ClosesAt, int? Capacity, int Taken)
{
    public Status Status(DateTime nowUtc) => Wording.ForResidents(State, Intake, IsOpenYet, ClosesAt, Capacity, Taken, lastDate: null, nowUtc);

    public static Expression<Func<Course, CourseRow>> At(DateTime now) => c => new CourseRow(c.Id, c.Title, c.HallId, c.FirstDate, c.FirstFrom, c.FirstTo,
        c.SessionCount, c.Fee, c.MaterialsFee, c.Childcare, c.State, c.Recruitment.Intake, c.Recruitment.OpensAt <= now, c.Recruitment.ClosesAt, c.Recruitment.Capacity, c.Enrolled + c.Offered);
}

/// <summary>
/// The lists everybody opens, compiled once for the application's engine: translating a query again for each request
/// would cost as much as running it.
/// </summary>
internal sealed class CourseLists
{
    private readonly Func<CoursesDb, DateOnly, DateTime, int, int, IAsyncEnumerable<CourseRow>> upcoming = EF.CompileAsyncQuery((CoursesDb db, DateOnly today, DateTime now, int skip, int take) =>
        db.Courses.AsNoTracking().IgnoreQueryFilters().Where(c => c.LastDate >= today && c.State != CourseState.Draft)
            .OrderBy(c => c.FirstDate).ThenBy(c => c.Id).Skip(skip).Take(take)
            .Select(c => new CourseRow(c.Id, c.Title, c.HallId, c.FirstDate, c.FirstFrom, c.FirstTo,
                c.SessionCount, c.Fee, c.MaterialsFee, c.Childcare, c.State, c.Recruitment.Intake, c.Recruitment.OpensAt <= now, c.Recruitment.ClosesAt, c.Recruitment.Capacity, c.Enrolled + c.Offered)));

    private readonly Func<CoursesDb, DateOnly, Task<int>> countUpcoming = EF.CompileAsyncQuery((CoursesDb db, DateOnly today) =>
        db.Courses.IgnoreQueryFilters().Count(c => c.LastDate >= today && c.State != CourseState.Draft));

    public async Task<IReadOnlyList<CourseRow>> UpcomingAsync(CoursesDb db, DateTime nowUtc, int skip, int take)
    {
        var rows = new List<CourseRow>(take);
        await foreach (var row in upcoming(db, DateOnly.FromDateTime(nowUtc.InJapan()), nowUtc, skip, take))
        {
            rows.Add(row);
        }

        return rows;
    }

    public Task<int> CountUpcomingAsync(CoursesDb db, DateOnly today) => countUpcoming(db, today);
}
