using System.Runtime.CompilerServices;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>What planners have left undone: drafts whose recruitment should begin, courses without a report, sessions on days the hall is closed.</summary>
internal sealed class CoursePlanReminders(CoursesDb db, IHallDirectory halls, IOpeningCalendar openings, ICityRules rules) : IReminders
{
    /// <summary>So many days ahead a session is looked at: time enough to move it and tell everybody.</summary>
    private const int Ahead = 60;

    public async IAsyncEnumerable<Reminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var directory = await halls.GetAsync(cancellation);
        var found = await DraftsAsync(today, directory, cancellation);
        found.AddRange(await UnreportedAsync(today, directory, cancellation));
        found.AddRange(await OnClosedDaysAsync(today, directory, cancellation));
        foreach (var reminder in found)
        {
            yield return reminder;
        }
    }

    private async Task<List<Reminder>> DraftsAsync(DateOnly today, HallDirectory directory, CancellationToken cancellation)
    {
        var soon = today.AddDays(await rules.OnAsync(CourseRules.PlanBefore, today, cancellation) + 1).ToUtc(TimeOnly.MinValue);
        var drafts = await db.Courses.AsNoTracking().Where(c => c.State == CourseState.Draft && c.Recruitment.OpensAt < soon && (c.LastDate == null || c.LastDate >= today)).OrderBy(c => c.Number).ToListAsync(cancellation);
        return [.. drafts.Select(c => new Reminder(CourseMessages.PlanDue, c.Id, $"{c.Recruitment.OpensAt!.Value.InJapan():yyyy-MM-dd}",
            CourseReminders.Of(c, directory, "", Wording.Moment(c.Recruitment.OpensAt.Value)), c.HallId, $"/staff/courses/{c.Id}", "講座を開く"))];
    }

    private async Task<List<Reminder>> UnreportedAsync(DateOnly today, HallDirectory directory, CancellationToken cancellation)
    {
        var to = today.AddDays(-await rules.OnAsync(CourseRules.ReportAfter, today, cancellation));
        var from = to.AddDays(-CourseReminders.Oldest);
        var over = await CourseReminders.Live(db).AsNoTracking().Where(c => c.LastDate >= from && c.LastDate <= to && c.Sessions.Any(s => s.State == SessionState.Held)).OrderBy(c => c.Number).ToListAsync(cancellation);
        return [.. over.Select(c => new Reminder(CourseMessages.ReportDue, c.Id, "", CourseReminders.Of(c, directory, "", c.LastDate!.Value.Long()), c.HallId, $"/staff/courses/{c.Id}/report", "報告する"))];
    }

    private async Task<List<Reminder>> OnClosedDaysAsync(DateOnly today, HallDirectory directory, CancellationToken cancellation)
    {
        var to = today.AddDays(Ahead);
        var sessions = await (from s in db.Sessions
                              join c in db.Courses on s.CourseId equals c.Id
                              where s.State == SessionState.Planned && s.Date >= today && s.Date <= to && c.State != CourseState.Cancelled
                              orderby s.Date, s.Id
                              select new { s.Id, s.Date, s.From, s.To, CourseId = c.Id, c.Title, c.HallId }).ToListAsync(cancellation);
        var reminders = new List<Reminder>();
        foreach (var s in sessions)
        {
            if (await openings.OnAsync(s.HallId, s.Date, cancellation) is { IsOpen: false, Reason: { } reason })
            {
                reminders.Add(new Reminder(CourseMessages.OnClosedDay, s.Id, $"{s.Date:yyyy-MM-dd}",
                    new Dictionary<string, MessageValue>(CourseReminders.Values(s.Title, directory.NameOf(s.HallId), $"{s.Date.Long()}{Wording.Hours(s.From, s.To)}", "", "")) { ["理由"] = reason },
                    s.HallId, $"/staff/courses/{s.CourseId}/sessions/{s.Id}", "回の日を変える"));
            }
        }

        return reminders;
    }
}
