using Kominkan.Courses;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>A year goes by on the fake clock, through the real jobs: what was promised is there once, on its day in Japan.</summary>
[Trait("Category", "Slow")]
public sealed class YearOfMessages
{
    /// <summary>Fiscal 2027: it ends with a leap day and a change of fiscal year.</summary>
    private static readonly DateOnly First = new(2027, 4, 1);
    private static readonly DateOnly Last = new(2028, 4, 5);

    [Fact]
    public async Task Every_promised_message_exists_once_and_on_the_right_day()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure, now: new DateTimeOffset(2027, 3, 31, 12, 0, 0, TimeSpan.Zero));
        await app.HallAsync();
        var sessions = await PlanAsync(app);
        await SubscribeAsync(app);
        await app.RunDueJobsAsync();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            foreach (var time in new[] { new TimeOnly(7, 30), new TimeOnly(8, 0) })
            {
                app.Clock.SetUtcNow(day.ToUtc(time));
                await app.RunDueJobsAsync();
            }
        }

        var messages = await app.DoAsync(s => s.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().ToListAsync());
        var reminders = messages.Where(m => m.Kind == "courses.session-soon").ToList();
        var promised = sessions.SelectMany(s => new[] { (Day: s.AddDays(-3), Days: 3), (Day: s.AddDays(-1), Days: 1) }).Where(p => p.Day >= First).ToList();
        Assert.Equal(promised.Select(p => p.Day).Order(), reminders.Select(m => DateOnly.FromDateTime(m.EndedAt!.Value.InJapan())).Order());
        foreach (var edge in new[] { new DateOnly(2028, 2, 29), new DateOnly(2028, 3, 31), new DateOnly(2028, 4, 1) })
        {
            Assert.Contains(edge, sessions);
            Assert.Equal(2, reminders.Count(m => m.Period.StartsWith($"{edge:yyyy-MM-dd}", StringComparison.Ordinal)));
        }

        var summaries = messages.Where(m => m.Kind == "notifications.monthly").ToList();
        Assert.Equal(13, summaries.Count); // March 2027 to March 2028
        Assert.Equal(13, summaries.Select(m => m.Period).Distinct().Count());
        Assert.All(messages, m => Assert.Equal(MessageState.Done, m.State));
        Assert.All(messages, m => Assert.InRange(m.EndedAt!.Value.InJapan().Hour, 8, 19));
        // The copies: one mail a message, or one for all that fell together.
        Assert.Equal(messages.Count(m => m.SentWith is null), mail.Count);
        Assert.Equal(mail.Count, mail.Mails().Select(m => m.Id).Distinct().Count());
        var checks = await app.DoAsync(async s =>
        {
            var found = new List<Invariant>();
            foreach (var invariants in s.GetServices<IInvariants>())
            {
                await foreach (var invariant in invariants.CheckAsync())
                {
                    found.Add(invariant);
                }
            }

            return found;
        });
        Assert.All(checks, c => Assert.Equal(0, c.Violations));
    }

    /// <summary>A course a month, with sessions on the edges of the year; one applicant each, from before it begins.</summary>
    private static async Task<List<DateOnly>> PlanAsync(KominkanApp app)
    {
        var days = Enumerable.Range(0, 12).Select(m => First.AddMonths(m).AddDays(9)).Concat([new(2028, 2, 29), new(2028, 3, 31), new(2028, 4, 1)]).Order().ToList();
        var today = app.Clock.Today();
        foreach (var group in days.GroupBy(d => FiscalYear.Of(d)))
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
                var slip = new Slip(Channel.Web, people, new Contact { Phone = "090-0000-0001", Mail = $"a{group.Key.Year}@example.jp", By = ContactBy.Mail }, GroupPolicy.AllOrNone, Guid.NewGuid());
                await s.GetRequiredService<TakeApplication>().TakeAsync(id, slip);
            });
        }

        Assert.Equal(new DateOnly(2027, 3, 31), today);
        return days;
    }

    private static Task SubscribeAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<NotificationsDb>();
        db.Subscriptions.Add(Subscription.Of("課長", "kacho@city.example.jp", null, null, reminders: false, monthly: true));
        await db.SaveChangesAsync();
    });
}
