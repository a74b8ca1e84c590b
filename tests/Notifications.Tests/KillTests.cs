using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Kominkan.Notifications.Tests;

/// <summary>Hosts that are killed while they send: on PostgreSQL one of two, on SQLite the only one, which is started again.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Each = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Killed_twenty_times_in_mid_job_nothing_is_lost_each_period_ran_once_and_it_goes_on_within_two_minutes() => KillAsync(20);

    /// <summary>Both leases run out at the same time, or an ordinary run of the tests would take two minutes longer.</summary>
    [Fact]
    public Task Killed_twice_it_goes_on_within_two_minutes_too() => KillAsync(2, together: true);

    private async Task KillAsync(int kills, bool together = false)
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(now: TimeProvider.System.GetUtcNow());
        var settings = app.Settings.Concat(mail.Settings).ToDictionary();
        var hosts = new List<KominkanProcess> { await KominkanProcess.ServeAsync(settings) };
        var slowest = TimeSpan.Zero;
        try
        {
            if (TestDatabase.Provider == Provider.Postgres)
            {
                hosts.Add(await KominkanProcess.ServeAsync(settings));
            }

            var moment = new Random(20261126);
            for (var kill = 0; kill < kills; kill++)
            {
                // Codes: they go out at any hour at which this test happens to run.
                app.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
                var (round, known) = (kill, mail.Count);
                await app.PostAsync([.. Enumerable.Range(0, Each).Select(i => Told.Code($"k{round}r{i}@example.jp"))]);
                await UntilAsync(() => mail.Count > known + moment.Next(Each / 2), "nobody began to send");
                var victim = hosts[await WorkerAsync(app, hosts)];
                hosts.Remove(victim);
                await victim.KillAsync();
                var at = TimeProvider.System.GetUtcNow();
                await victim.DisposeAsync();
                hosts.Add(await KominkanProcess.ServeAsync(settings));
                if (!together || kill == kills - 1)
                {
                    await UntilAsync(() => Different(mail) == (round + 1) * Each, "nobody went on");
                    var took = TimeProvider.System.GetUtcNow() - at;
                    slowest = took > slowest ? took : slowest;
                }
            }
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }
        }

        // A kill between the server's yes and our commit may send one message again, with the same id.
        var mails = mail.Mails();
        output.WriteLine($"{TestDatabase.Provider}: {kills} kills, {mails.Count - (kills * Each)} of {kills * Each} mails came twice, all were out {slowest.TotalSeconds:0} seconds after a kill at the latest");
        Assert.Equal(kills * Each, mails.Select(m => m.Id).Distinct().Count());
        Assert.InRange(mails.Count, kills * Each, (kills * Each) + kills);
        Assert.True(slowest < Patience, $"{slowest}");
        var runs = await app.DoAsync(s => s.GetRequiredService<NotificationsDb>().JobRuns.AsNoTracking().ToListAsync());
        Assert.Equal(runs.Count, runs.Select(r => (r.JobId, r.Period)).Distinct().Count());
        Assert.Contains(runs, r => r.JobId == NotificationsModule.Send && r.Outcome == JobOutcome.Done);
        Assert.Contains(runs, r => r.JobId == NotificationsModule.Send && (r.Attempts > 1 || r.Outcome == JobOutcome.Running));
    }

    /// <summary>Which of the hosts is at work: the kill must hit the one in mid-job.</summary>
    private static async Task<int> WorkerAsync(KominkanApp app, List<KominkanProcess> hosts)
    {
        var names = await app.DoAsync(s => s.GetRequiredService<NotificationsDb>().JobRuns.AsNoTracking().Where(r => r.JobId == NotificationsModule.Send && r.Outcome == JobOutcome.Running).OrderByDescending(r => r.StartedAt).Select(r => r.Host).ToListAsync());
        return Math.Max(0, hosts.FindIndex(h => names.Exists(n => n.EndsWith($":{h.Id}", StringComparison.Ordinal))));
    }

    private static int Different(MailServer mail) => mail.Mails().Select(m => m.Id).Distinct().Count();

    private static async Task UntilAsync(Func<bool> holds, string otherwise)
    {
        var end = TimeProvider.System.GetUtcNow() + Patience + TimeSpan.FromSeconds(30);
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < end, $"It takes too long: {otherwise}.");
            await Task.Delay(200);
        }
    }
}
