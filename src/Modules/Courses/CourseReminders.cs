using System.Runtime.CompilerServices;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>What must not be forgotten about courses: who comes soon, and what staff have left undone.</summary>
internal sealed class CourseReminders(CoursesDb db, IHallDirectory halls, ICityRules rules, TimeProvider clock) : IReminders
{
    /// <summary>Nobody is asked about sessions older than this: then it is the closing of the month that asks.</summary>
    public const int Oldest = 60;

    public async IAsyncEnumerable<Reminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var directory = await halls.GetAsync(cancellation);
        foreach (var reminder in await SessionsSoonAsync(today, directory, cancellation))
        {
            yield return reminder;
        }

        foreach (var reminder in (await NoAttendanceAsync(today, directory, cancellation)).Concat(await UndecidedAsync(today, directory, cancellation)))
        {
            yield return reminder;
        }
    }

    private async Task<List<Reminder>> SessionsSoonAsync(DateOnly today, HallDirectory directory, CancellationToken cancellation)
    {
        int[] before = [await rules.OnAsync(CourseRules.RemindFirst, today, cancellation), await rules.OnAsync(CourseRules.RemindLast, today, cancellation)];
        var days = before.Distinct().Select(today.AddDays).ToList();
        var courses = await Live(db).AsNoTracking().Include(c => c.Sessions).Where(c => c.Sessions.Any(s => days.Contains(s.Date) && s.State == SessionState.Planned)).ToListAsync(cancellation);
        var reminders = new List<Reminder>();
        foreach (var course in courses)
        {
            var applications = await db.Applications.AsNoTracking().Where(a => a.CourseId == course.Id && a.People.Any(p => p.State == EnrolmentState.Enrolled)).ToListAsync(cancellation);
            foreach (var session in course.Sessions.Where(s => days.Contains(s.Date) && s.State == SessionState.Planned))
            {
                reminders.AddRange(applications.Select(a => Soon(course, session, a, directory.NameOf(course.HallId), session.Date.DayNumber - today.DayNumber)));
            }
        }

        return reminders;
    }

    private static Reminder Soon(Course course, Session session, Application application, string hall, int days)
    {
        // Telephoning everybody twice before every session is more than a hall can do: without mail it stands in the お知らせ箱.
        var (channel, recipient) = TellApplicants.Reach(application);
        channel = channel == MessageChannel.Mail ? channel : MessageChannel.Screen;
        return new Reminder(CourseMessages.SessionSoon, application.Id, $"{session.Date:yyyy-MM-dd} {session.Number}-{days}", CourseMessages.Values(course, application, hall, session), course.HallId, "/applications", "申し込みを見る、取り消す")
        {
            Channel = channel,
            Recipient = recipient,
            About = course.Id,
        };
    }

    private async Task<IEnumerable<Reminder>> NoAttendanceAsync(DateOnly today, HallDirectory directory, CancellationToken cancellation)
    {
        var (from, to) = (today.AddDays(-Oldest), today.AddDays(-await rules.OnAsync(CourseRules.AttendanceAfter, today, cancellation)));
        var sessions = await (from s in db.Sessions
                              join c in Live(db) on s.CourseId equals c.Id
                              where s.State == SessionState.Planned && s.Date <= to && s.Date >= @from
                              orderby s.Date
                              select new { s.Id, s.Date, s.From, s.To, CourseId = c.Id, c.Title, c.HallId }).ToListAsync(cancellation);
        return sessions.Select(s => new Reminder(CourseMessages.NoAttendance, s.Id, $"{s.Date:yyyy-MM-dd}",
            Values(s.Title, directory.NameOf(s.HallId), $"{s.Date.Long()}{Wording.Hours(s.From, s.To)}", "", ""), s.HallId, $"/staff/courses/{s.CourseId}/sessions/{s.Id}/attendance", "出席をつける"));
    }

    private async Task<IEnumerable<Reminder>> UndecidedAsync(DateOnly today, HallDirectory directory, CancellationToken cancellation)
    {
        var (now, soon) = (clock.UtcNow(), today.AddDays(await rules.OnAsync(CourseRules.DecideBefore, today, cancellation)));
        var few = await Live(db).AsNoTracking().Where(c => c.State != CourseState.Confirmed && c.Recruitment.DecideOn >= today && c.Recruitment.DecideOn <= soon && c.Enrolled < c.Recruitment.Minimum).ToListAsync(cancellation);
        var draws = await Live(db).AsNoTracking().Where(c => c.State == CourseState.Published && c.Recruitment.Intake == Intake.Draw && c.Recruitment.ClosesAt < now && c.InDraw > 0).ToListAsync(cancellation);
        return few.Select(c => new Reminder(CourseMessages.TooFew, c.Id, $"{c.Recruitment.DecideOn:yyyy-MM-dd}", Of(c, directory, $"{c.Enrolled}人（最少{c.Recruitment.Minimum}人）", c.Recruitment.DecideOn!.Value.Long()), c.HallId, $"/staff/courses/{c.Id}", "講座を開く"))
            .Concat(draws.Select(c => new Reminder(CourseMessages.DrawDue, c.Id, "", Of(c, directory, $"{c.InDraw}人", ""), c.HallId, $"/staff/courses/{c.Id}/draw", "抽選をする")));
    }

    public static IQueryable<Course> Live(CoursesDb db) => db.Courses.Where(c => c.State == CourseState.Published || c.State == CourseState.Drawn || c.State == CourseState.Confirmed);

    public static Dictionary<string, MessageValue> Of(Course c, HallDirectory directory, string people, string until) =>
        Values(c.Title, directory.NameOf(c.HallId), c.FirstDate?.Long() ?? "未定", people, until);

    public static Dictionary<string, MessageValue> Values(string title, string hall, string when, string people, string until) =>
        new() { ["講座名"] = title, ["館"] = hall, ["日時"] = when, ["人数"] = people, ["期限"] = until };
}
