using System.Runtime.CompilerServices;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>What courses count, never mixed: courses held, sessions held and cancelled, attendance (延べ), enrolled (実).</summary>
internal sealed class CourseFigures(CoursesDb db, IEnumerable<IProgramType> types) : IFigures
{
    public const string Held = "course.held";
    public const string Sessions = "course.sessions";
    public const string CancelledSessions = "course.sessions.cancelled";
    public const string AttendanceHeads = "course.attendance";
    public const string EnrolledPeople = "course.enrolled";

    public IReadOnlyList<Measure> Measures { get; } =
    [
        new(Held, "開催した講座", "件"),
        new(Sessions, "開催した回", "回"),
        new(CancelledSessions, "中止した回", "回"),
        new(AttendanceHeads, "参加者（延べ）", "人"),
        new(EnrolledPeople, "受講者（実）", "人"),
    ];

    public IReadOnlyList<string> ProgramKeys { get; } = [.. types.Select(t => t.Key)];

    public async IAsyncEnumerable<Figure> InPeriodAsync(Period period, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var year = FiscalYear.Of(period.From).Period;
        var courses = new Dictionary<Guid, (Guid Hall, int Enrolled, Breakdown Whole, Dictionary<(string, string), Breakdown> Split)>();
        await foreach (var c in db.Courses.Where(c => db.Sessions.Any(s => s.CourseId == c.Id && s.Date >= period.From && s.Date <= period.To))
            .Select(c => new { c.Id, c.HallId, c.ProgramType, c.Tags, c.Enrolled }).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            courses[c.Id] = (c.HallId, c.Enrolled, new Breakdown(c.ProgramType, c.Tags), []);
        }

        // A course counts in the month of its first session held in the fiscal year, so that months add up to the year.
        var first = await db.Sessions.Where(s => s.State == SessionState.Held && s.Date >= year.From && s.Date <= period.To)
            .GroupBy(s => s.CourseId).Select(g => new { Course = g.Key, First = g.Min(s => s.Date) })
            .ToDictionaryAsync(g => g.Course, g => g.First, cancellation);
        foreach (var (id, date) in first.Where(f => period.Contains(f.Value)))
        {
            if (courses.TryGetValue(id, out var course))
            {
                yield return new Figure(Held, 1, course.Hall, MonthOf(date), id, course.Whole);
                yield return new Figure(EnrolledPeople, course.Enrolled, course.Hall, MonthOf(date), id, course.Whole);
            }
        }

        await foreach (var s in db.Sessions.Where(s => s.State != SessionState.Planned && s.Date >= period.From && s.Date <= period.To)
            .GroupBy(s => new { s.CourseId, s.Date.Year, s.Date.Month, s.State }).Select(g => new { g.Key.CourseId, g.Key.Year, g.Key.Month, g.Key.State, Count = g.Count() })
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (courses.TryGetValue(s.CourseId, out var course))
            {
                yield return new Figure(s.State == SessionState.Held ? Sessions : CancelledSessions, s.Count, course.Hall, new(s.Year, s.Month, 1), s.CourseId, course.Whole);
            }
        }

        await foreach (var a in db.Attendance.Join(db.Sessions, a => a.SessionId, s => s.Id, (a, s) => new { a, s })
            .Where(x => x.s.State == SessionState.Held && x.s.Date >= period.From && x.s.Date <= period.To)
            .GroupBy(x => new { x.a.CourseId, x.s.Date.Year, x.s.Date.Month, x.a.Gender, x.a.AgeBand })
            .Select(g => new { g.Key.CourseId, g.Key.Year, g.Key.Month, g.Key.Gender, g.Key.AgeBand, Count = g.Sum(x => x.a.Count) })
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (courses.TryGetValue(a.CourseId, out var course))
            {
                var split = course.Split.TryGetValue((a.Gender, a.AgeBand), out var known) ? known : course.Split[(a.Gender, a.AgeBand)] = course.Whole with { Gender = a.Gender, AgeBand = a.AgeBand };
                yield return new Figure(AttendanceHeads, a.Count, course.Hall, new(a.Year, a.Month, 1), a.CourseId, split);
            }
        }
    }

    public async Task<IReadOnlyList<FigureSubject>> SubjectsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) =>
        await db.Courses.Where(c => ids.Contains(c.Id)).Select(c => new FigureSubject(c.Id, c.Title, "/staff/courses/" + c.Id)).ToListAsync(cancellation);

    private static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);
}
