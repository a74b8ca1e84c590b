using Kominkan.Courses;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>What a year is planned to bring, and what the calendar promises of it each morning.</summary>
internal static class Year
{
    /// <summary>Takes part in every planned session.</summary>
    public const string Reader = "reader@example.jp";

    private const string City = "kacho@city.example.jp";
    private const string Ward = "ward@city.example.jp";
    private const string Hall = "kancho@city.example.jp";

    public static readonly string[] Subscribers = [City, Ward, Hall];

    /// <summary>Those who hear what a hall has left undone: the summary alone goes to the ward.</summary>
    private static readonly string[] Reminded = [City, Hall];

    private static readonly CourseState[] Live = [CourseState.Published, CourseState.Drawn, CourseState.Confirmed];

    /// <summary>A course a fiscal year, with a session on each of the days and one applicant from before it begins.</summary>
    public static async Task PlanAsync(this KominkanApp app, IReadOnlyList<DateOnly> days)
    {
        foreach (var group in days.GroupBy(FiscalYear.Of))
        {
            var id = await app.CourseAsync(new() { Title = $"{group.Key}の講座", SessionsInDays = [], Draft = true, Intake = Intake.FirstCome, ClosesInDays = 1, OpensInDays = -1 });
            await app.DoAsync(async s =>
            {
                var db = s.GetRequiredService<CoursesDb>();
                await db.Courses.Where(c => c.Id == id).ExecuteUpdateAsync(u => u.SetProperty(c => c.FiscalYear, group.Key.Year));
                db.ChangeTracker.Clear();
                var course = await db.Courses.Include(c => c.Sessions).SingleAsync(c => c.Id == id);
                foreach (var day in group)
                {
                    db.Sessions.Add(course.AddSession(day, new TimeOnly(10, 0), new TimeOnly(12, 0), null));
                }

                course.Publish();
                await db.SaveChangesAsync();
                var people = new List<Applicant> { new() { FamilyName = "中村", GivenName = "恵子", FamilyKana = "ナカムラ", GivenKana = "ケイコ", Tie = CityTie.Lives } };
                var slip = new Slip(Channel.Web, people, new Contact { Phone = "090-0000-0001", Mail = Reader, By = ContactBy.Mail }, GroupPolicy.AllOrNone, Guid.NewGuid());
                Assert.NotNull(await s.GetRequiredService<TakeApplication>().TakeAsync(id, slip));
                await db.SaveChangesAsync();
            });
        }
    }

    public static async Task SubscribeAsync(this KominkanApp app)
    {
        var hall = await app.HallAsync();
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<NotificationsDb>();
            db.Subscriptions.AddRange(
                Subscription.Of("課長", City, null, null, reminders: true, monthly: true),
                Subscription.Of("区の担当", Ward, null, hall.Ward, reminders: false, monthly: true),
                Subscription.Of("館長", Hall, hall.Id, null, reminders: true, monthly: true));
            await db.SaveChangesAsync();
        });
    }

    /// <summary>Adds what must be said for the first time on the day.</summary>
    public static async Task PromiseAsync(this KominkanApp app, DateOnly day, Dictionary<(string, Guid, string, string), DateOnly> promised)
    {
        var one = await app.HallAsync();
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<CoursesDb>();
            var halls = await s.GetRequiredService<IHallDirectory>().GetAsync();
            foreach (var before in new[] { 3, 1 })
            {
                var on = day.AddDays(before);
                var sessions = await db.Sessions.AsNoTracking().Where(x => x.Date == on && x.State == SessionState.Planned && db.Courses.Any(c => c.Id == x.CourseId && Live.Contains(c.State))).ToListAsync();
                foreach (var session in sessions)
                {
                    foreach (var a in await db.Applications.AsNoTracking().Where(a => a.CourseId == session.CourseId && a.People.Any(p => p.State == EnrolmentState.Enrolled)).ToListAsync())
                    {
                        promised.Add(("courses.session-soon", a.Id, $"{on:yyyy-MM-dd} {session.Number}-{before}", a.Contact.By == ContactBy.Mail ? a.Contact.Mail : a.Contact.Phone), day);
                    }
                }
            }

            // Nobody keys attendance in: three days after each session that took place its hall is asked.
            var past = day.AddDays(-3);
            var held = await (from x in db.Sessions join c in db.Courses on x.CourseId equals c.Id where x.Date <= past && x.State == SessionState.Planned && Live.Contains(c.State) select new { x.Id, x.Date, c.HallId }).ToListAsync();
            foreach (var session in held.Where(h => h.Date >= day.AddDays(-60)))
            {
                foreach (var address in Reminded.Where(r => r == City || session.HallId == one.Id || halls.Find(session.HallId)!.ParentId == one.Id))
                {
                    // Those that were over when the year began are asked about on its first day.
                    promised.TryAdd(("courses.no-attendance", session.Id, $"{session.Date:yyyy-MM-dd}", address), day);
                }
            }

            // The month before is not closed by anybody, and is asked for where it had records.
            if (day.Day == 10 && await db.Sessions.AnyAsync(x => x.State == SessionState.Held && x.Date >= day.AddMonths(-1).AddDays(-9) && x.Date < day.AddDays(-9)))
            {
                promised.Add(("reporting.month-open", Guid.Empty, $"{day.AddMonths(-1):yyyy-MM}", City), day);
            }
        });
    }
}
