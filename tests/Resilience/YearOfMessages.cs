using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Kominkan.Resilience;

/// <summary>
/// Time goes by on the fake clock in the sample city, through the real jobs, on hosts of three time zones: what was
/// promised is there once, on its day in Japan. What is promised is worked out here, each morning before the jobs run.
/// </summary>
[Collection(nameof(OtherZones))]
public sealed class YearOfMessages(ITestOutputHelper output)
{
    /// <summary>First working days of Japanese cities, read off a calendar: holidays, weekends and 29 December to 3 January are none.</summary>
    private static readonly DateOnly[] FirstWorkingDays =
    [
        new(2027, 4, 1), new(2027, 5, 6), new(2027, 6, 1), new(2027, 7, 1), new(2027, 8, 2), new(2027, 9, 1), new(2027, 10, 1), new(2027, 11, 1), new(2027, 12, 1),
        new(2028, 1, 4), new(2028, 2, 1), new(2028, 3, 1), new(2028, 4, 3),
    ];

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("UTC")]
    [InlineData("Asia/Tokyo")]
    [InlineData("America/New_York")]
    public Task In_a_year_every_promised_message_exists_once_and_on_the_right_day(string zone) =>
        LetTimePassAsync(zone, new DateOnly(2027, 4, 1), new DateOnly(2028, 4, 5), isWholeCity: true);

    /// <summary>Five weeks with the leap day, the jump of New York's clocks and the change of the fiscal year.</summary>
    [Fact]
    public Task In_a_few_weeks_too() =>
        LetTimePassAsync("America/New_York", new DateOnly(2028, 2, 25), new DateOnly(2028, 4, 4), isWholeCity: false);

    private async Task LetTimePassAsync(string zone, DateOnly first, DateOnly last, bool isWholeCity)
    {
        using var here = new Zone(zone);
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure, now: first.AddDays(-1).ToUtc(new TimeOnly(21, 0)));
        if (isWholeCity)
        {
            await app.FillSampleAsync();
            Assert.Empty(await MessagesAsync(app)); // invented people are told nothing of how they were invented
        }

        await app.HallAsync();
        var edges = new[] { new DateOnly(2028, 2, 29), new(2028, 3, 31), new(2028, 4, 1) };
        var days = Enumerable.Range(0, 12).Select(m => first.AddMonths(m).AddDays(9)).Concat(edges).Where(d => d <= last).Distinct().Order().ToList();
        await app.PlanAsync(days);
        await app.SubscribeAsync();
        await app.RunDueJobsAsync();
        var promised = new Dictionary<(string Kind, Guid Subject, string Period, string Address), DateOnly>();
        var seen = new Dictionary<Guid, Message>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            // Offers and draws are settled first: whom they seat before half past seven is reminded that morning.
            TimeOnly[] settled = isWholeCity ? [new(7, 25)] : [];
            foreach (var time in settled.Concat([new(7, 30), new(8, 0)]))
            {
                app.Clock.SetUtcNow(day.ToUtc(time));
                if (time == new TimeOnly(7, 30))
                {
                    await app.PromiseAsync(day, promised);
                }

                await app.RunDueJobsAsync();
            }

            // Read while they are new: whom a message went to is let go of after three months.
            foreach (var message in (await MessagesAsync(app)).Where(m => !seen.ContainsKey(m.Id)))
            {
                seen[message.Id] = message;
            }
        }

        var messages = seen.Values.ToList();
        Assert.Equal((await MessagesAsync(app)).Count, messages.Count);
        var kinds = promised.Keys.Select(p => p.Kind).ToHashSet();
        var said = messages.Where(m => kinds.Contains(m.Kind)).ToDictionary(m => (m.Kind, m.Subject, m.Period, m.Address), m => DateOnly.FromDateTime(m.PostedAt.InJapan()));
        output.WriteLine($"{TestDatabase.Provider}, {zone}, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}: {messages.Count} messages, {promised.Count} of them promised by the calendar, {mail.Count} mails");
        Assert.Empty(promised.Where(p => !said.TryGetValue(p.Key, out var on) || on != p.Value).Select(p => $"not said on {p.Value}: {p.Key}"));
        Assert.Empty(said.Where(s => !promised.ContainsKey(s.Key)).Select(s => $"said on {s.Value} unasked: {s.Key}"));
        foreach (var edge in edges)
        {
            Assert.Equal(2, messages.Count(m => m.Address == Year.Reader && m.Kind == "courses.session-soon" && m.Period.StartsWith($"{edge:yyyy-MM-dd}", StringComparison.Ordinal)));
        }

        var summaries = messages.Where(m => m.Kind == "notifications.monthly").Select(m => (m.Address, Day: DateOnly.FromDateTime(m.PostedAt.InJapan()), m.Period)).Order().ToList();
        Assert.Equal(FirstWorkingDays.Where(d => d >= first && d <= last).SelectMany(d => Year.Subscribers.Select(s => (s, d, $"{d.AddMonths(-1):yyyy-MM}"))).Order(), summaries);
        var sent = messages.Where(m => m.Channel == MessageChannel.Mail).ToList();
        Assert.All(sent, m => Assert.Equal(MessageState.Done, m.State));
        Assert.All(sent, m => Assert.InRange(m.EndedAt!.Value.InJapan().Hour, 8, 19));
        Assert.All(sent.Where(m => DateOnly.FromDateTime(m.PostedAt.InJapan()) >= first), m => Assert.Equal(m.PostedAt.InJapan().Date, m.EndedAt!.Value.InJapan().Date));
        // The copies: one mail a message, or one for all that fell together.
        Assert.Equal(sent.Count(m => m.SentWith is null), mail.Count);
        Assert.Equal(mail.Count, mail.Mails().Select(m => m.Id).Distinct().Count());
        await app.DoAsync(async s =>
        {
            foreach (var invariants in s.GetServices<IInvariants>())
            {
                await foreach (var invariant in invariants.CheckAsync())
                {
                    Assert.True(invariant.Violations == 0, $"{invariant.Name}: {invariant.Violations}");
                }
            }
        });
    }

    private static Task<List<Message>> MessagesAsync(KominkanApp app) => app.DoAsync(s => s.GetRequiredService<NotificationsDb>().Messages.AsNoTracking().ToListAsync());

    /// <summary>The machine stands elsewhere while the test runs.</summary>
    private sealed class Zone : IDisposable
    {
        private readonly string? before = Environment.GetEnvironmentVariable("TZ");

        public Zone(string id)
        {
            Set(id);
            Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(id).BaseUtcOffset, TimeZoneInfo.Local.BaseUtcOffset);
        }

        public void Dispose() => Set(before);

        private static void Set(string? id)
        {
            Environment.SetEnvironmentVariable("TZ", id);
            TimeZoneInfo.ClearCachedData();
        }
    }
}

/// <summary>The zone is one for the process: nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(OtherZones), DisableParallelization = true)]
public sealed class OtherZones;
