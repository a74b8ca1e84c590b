using System.Globalization;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// Tells applicants what changed for them, in the transaction that changed it: whichever page or job moved a seat, called a
/// course off or brought a session back, the message is written when that is saved.
/// </summary>
internal sealed class TellApplicants(CoursesDb db, IMessages messages, IHallDirectory halls, TimeProvider clock)
{
    public async Task TellAsync(CourseNews news, CancellationToken cancellation)
    {
        var directory = await halls.GetAsync(cancellation);
        var written = new List<NewMessage>();
        foreach (var slips in (await LoadAsync(news, cancellation)).GroupBy(a => a.CourseId))
        {
            var course = await db.Courses.IgnoreQueryFilters().SingleAsync(c => c.Id == slips.Key, cancellation);
            if (!(course.LastDate < clock.Today()) || news.Cancelled.Contains(course.Id))
            {
                written.AddRange(slips.SelectMany(a => Of(news, course, a, directory.NameOf(course.HallId), clock.Today())));
            }
        }

        await messages.PostAsync(written, cancellation);
    }

    /// <summary>Where and by which channel the applicant wants to hear; who stands at the counter or on the telephone hears it there.</summary>
    public static (MessageChannel Channel, MessageRecipient Recipient) Reach(Application a, bool isTakenInNow = false)
    {
        var name = a.Size == 0 ? "" : a.People[0].Person.Name;
        var (channel, address) = a.Contact switch
        {
            _ when isTakenInNow && a.Channel is Channel.Counter or Channel.Phone => (MessageChannel.Screen, ""),
            { By: ContactBy.Mail, Mail.Length: > 0 } => (MessageChannel.Mail, a.Contact.Mail),
            { By: ContactBy.Postcard, Address.Length: > 0 } => (MessageChannel.Postcard, a.Contact.Address),
            { Phone.Length: > 0 } => (MessageChannel.Phone, a.Contact.Phone),
            _ => (MessageChannel.Screen, ""),
        };
        return (channel, new MessageRecipient(name, address, a.AccountId));
    }

    /// <summary>A message about an application.</summary>
    public static NewMessage About(Course course, Application application, string hall, string kind, string period, Session? session = null, string reason = "", MessageValue? before = null, bool isTakenInNow = false)
    {
        var (channel, recipient) = Reach(application, isTakenInNow);
        return new NewMessage
        {
            Kind = kind,
            Subject = application.Id,
            Period = period,
            Channel = channel,
            Recipient = recipient,
            HallId = course.HallId,
            About = course.Id,
            Values = CourseMessages.Values(course, application, hall, session, reason, before),
            LinkPath = "/applications",
            LinkLabel = "申し込みを見る、取り消す",
        };
    }

    private static List<NewMessage> Of(CourseNews news, Course course, Application a, string hall, DateOnly today)
    {
        if (course.State == CourseState.Cancelled)
        {
            return news.Cancelled.Contains(course.Id) && a.State is not (EnrolmentState.Withdrawn or EnrolmentState.Lapsed)
                ? [About(course, a, hall, CourseMessages.Cancelled, "", reason: course.CancelReason ?? "")] : [];
        }

        var told = new List<NewMessage>();
        if (news.Moved.Contains(a.Id))
        {
            var (kind, period) = Standing(a);
            told.Add(About(course, a, hall, kind, period, isTakenInNow: news.Added.Contains(a.Id)));
        }

        if (a.In(EnrolmentState.Enrolled) > 0)
        {
            told.AddRange(news.SessionsOff.Where(s => s.CourseId == course.Id).Select(s => About(course, a, hall, CourseMessages.SessionCancelled, Occasion(s), s, s.CancelReason ?? "")));
            told.AddRange(news.SessionsBack.Where(s => s.CourseId == course.Id).Select(s => About(course, a, hall, CourseMessages.SessionBack, Occasion(s), s)));
        }

        if (course.State != CourseState.Draft && a.In(EnrolmentState.Enrolled) + a.In(EnrolmentState.Offered) > 0)
        {
            told.AddRange(news.SessionsMoved.Where(m => m.Session.CourseId == course.Id && m.Session.IsAwaited(today))
                .Select(m => About(course, a, hall, CourseMessages.SessionMoved, Occasion(m.Session), m.Session, before: CourseMessages.Turn(m.Date, m.From, m.To))));
        }

        return told;

        // Each time is told: a move back to a day that was told before, and what is called off again. The lock's turn tells them apart.
        string Occasion(Session session) => $"{session.Number}-{course.LockTurn}";
    }

    private static (string Kind, string Period) Standing(Application a) => a.State switch
    {
        EnrolmentState.Enrolled => (CourseMessages.Enrolled, $"{a.In(EnrolmentState.Enrolled)}-{a.In(EnrolmentState.Waiting)}"),
        EnrolmentState.Offered => (CourseMessages.Offered, a.OfferUntil?.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) ?? ""),
        EnrolmentState.InDraw => (CourseMessages.InDraw, ""),
        EnrolmentState.Waiting => (CourseMessages.Waiting, $"{a.In(EnrolmentState.Waiting)}"),
        EnrolmentState.Lapsed => (CourseMessages.Lapsed, ""),
        _ => (CourseMessages.Withdrawn, ""),
    };

    private Task<List<Application>> LoadAsync(CourseNews news, CancellationToken cancellation)
    {
        var courses = news.Cancelled.Concat(news.SessionsOff.Concat(news.SessionsBack).Concat(news.SessionsMoved.Select(m => m.Session)).Select(s => s.CourseId)).ToList();
        return db.Applications.IgnoreQueryFilters().Where(a => news.Moved.Contains(a.Id) || courses.Contains(a.CourseId)).ToListAsync(cancellation);
    }
}
