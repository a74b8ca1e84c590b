using System.Diagnostics;
using Kominkan.Notifications.Domain;

namespace Kominkan.Notifications.Tests;

[Trait("Category", "Slow")]
public sealed class LoadTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public async Task Twenty_thousand_messages_are_drained_at_a_hundred_a_second_in_flat_memory()
    {
        const int Many = 20_000;
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        foreach (var part in Enumerable.Range(0, Many).Chunk(2000))
        {
            await app.PostAsync([.. part.Select(i => Told.To($"r{i}@example.jp"))]);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await app.SendAsync();
        watch.Stop();
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{Many / watch.Elapsed.TotalSeconds:0} messages a second, {grown >> 10} KiB more");
        Assert.Equal(Many, mail.Count);
        Assert.True(watch.Elapsed.TotalSeconds < Many / 100.0, $"{Many / watch.Elapsed.TotalSeconds:0} a second");
        Assert.InRange(grown, long.MinValue, 16 << 20);
    }

    [Fact]
    public async Task Residents_do_not_wait_for_a_mail_server_that_is_slow_or_away()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(mail.Configure);
        var course = await app.CourseAsync(new() { Capacity = 500 });
        var quiet = await ApplyManyAsync(app, course, 0);
        await app.SendAsync();
        await mail.TellAsync("mode slow 2");
        var sending = Task.Run(app.SendAsync);
        var slow = await ApplyManyAsync(app, course, 40);
        await sending;
        await mail.TellAsync("down");
        var away = await ApplyManyAsync(app, course, 80);
        await Assert.ThrowsAsync<Contracts.TransportDownException>(app.SendAsync);
        output.WriteLine($"p95 {quiet:0} ms, slow {slow:0} ms, away {away:0} ms");
        Assert.True(slow < (quiet * 3) + 500 && away < (quiet * 3) + 500, $"p95 {quiet:0} ms, slow {slow:0} ms, away {away:0} ms");
        await mail.TellAsync("mode ok");
        await mail.TellAsync("up");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await app.SendAsync();
        Assert.All(await app.MessagesAsync(), m => Assert.Equal(MessageState.Done, m.State));
        Assert.Equal(mail.Count, mail.Mails().Select(m => m.Id).Distinct().Count());
    }

    private static async Task<double> ApplyManyAsync(KominkanApp app, Guid course, int from)
    {
        var took = new List<double>();
        for (var i = from; i < from + 40; i++)
        {
            using var browser = app.NewBrowser();
            var confirm = await browser.FillInAsync(course, i + 1, new Dictionary<string, string> { ["By"] = "Mail", ["Mail"] = $"r{i}@example.jp" });
            var watch = Stopwatch.StartNew();
            await browser.SendAsync(confirm);
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return took.Order().ElementAt(took.Count * 95 / 100);
    }
}
