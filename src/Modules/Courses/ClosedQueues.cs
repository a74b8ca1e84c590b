using System.Runtime.CompilerServices;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// Tells who still waits that no seat comes any more. Nobody closes a waiting list: it ends with time
/// (<see cref="Course.HasQueueAt"/>), so it is looked for every morning.
/// </summary>
internal sealed class ClosedQueues(CoursesDb db, IHallDirectory halls) : IReminders
{
    /// <summary>So many days later it is still told: mornings that were missed are made up for, and what ended long ago is left alone.</summary>
    private const int Late = 7;

    public async IAsyncEnumerable<Reminder> DueAsync(DateOnly today, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (now, earliest, directory) = (today.ToUtc(TimeOnly.MinValue), today.AddDays(-Late), await halls.GetAsync(cancellation));
        var begun = await db.Courses.AsNoTracking().Where(c => c.Waiting > 0 && c.State != CourseState.Cancelled && c.FirstDate <= today && c.LastDate >= earliest).ToListAsync(cancellation);
        foreach (var course in begun.Where(c => c.HasQueueAt(now.AddDays(-Late)) && !c.HasQueueAt(now)))
        {
            foreach (var application in await db.Applications.AsNoTracking().Where(a => a.CourseId == course.Id && a.People.Any(p => p.State == EnrolmentState.Waiting)).ToListAsync(cancellation))
            {
                yield return Closed(course, application, directory.NameOf(course.HallId), now);
            }
        }
    }

    private static Reminder Closed(Course course, Application application, string hall, DateTime now)
    {
        var (channel, recipient) = TellApplicants.Reach(application);
        var values = new Dictionary<string, MessageValue>(CourseMessages.Values(course, application, hall))
        {
            ["結果"] = string.Join("\n", application.People.Select(p => $"{p.Person.Name}：{Wording.Of(p.State, course, now).Word}")),
        };
        return new Reminder(CourseMessages.QueueClosed, application.Id, "", values, course.HallId, "/applications", "申し込みを見る") { Channel = channel, Recipient = recipient, About = course.Id };
    }
}
