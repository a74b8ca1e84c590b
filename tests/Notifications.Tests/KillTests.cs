using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

/// <summary>Hosts that are killed while they send: on PostgreSQL one of two, on SQLite the only one, which is started again.</summary>
[Trait("Category", "Slow")]
public sealed class KillTests
{
    private const int Kills = 6;
    private const int Each = 150;

    [Fact]
    public async Task Killed_in_mid_job_nothing_is_lost_each_period_ran_once_and_the_other_host_goes_on_within_two_minutes()
    {
        await using var mail = await MailServer.StartAsync();
        await using var app = await KominkanApp.StartAsync(now: TimeProvider.System.GetUtcNow());
        var settings = app.Settings.Concat(mail.Settings).ToDictionary();
        var hosts = new List<KominkanProcess> { await KominkanProcess.ServeAsync(settings) };
        try
        {
            if (TestDatabase.Provider == Provider.Postgres)
            {
                hosts.Add(await KominkanProcess.ServeAsync(settings));
            }

            var moment = new Random(20261126);
            for (var kill = 0; kill < Kills; kill++)
            {
                // Codes: they go out at any hour at which this test happens to run.
                app.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
                var round = kill;
                await app.PostAsync([.. Enumerable.Range(0, Each).Select(i => Told.Code($"k{round}r{i}@example.jp"))]);
                await UntilAsync(() => mail.Count > (round * Each) + moment.Next(Each / 2), TimeSpan.FromMinutes(2));
                var victim = hosts[0];
                hosts.RemoveAt(0);
                await victim.KillAsync();
                await victim.DisposeAsync();
                hosts.Add(await KominkanProcess.ServeAsync(settings));
                await UntilAsync(() => Recipients(mail) == (round + 1) * Each, TimeSpan.FromMinutes(2.5));
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
        Assert.Equal(Kills * Each, mails.Select(m => m.Id).Distinct().Count());
        Assert.InRange(mails.Count, Kills * Each, (Kills * Each) + Kills);
        var runs = await app.DoAsync(s => s.GetRequiredService<NotificationsDb>().JobRuns.AsNoTracking().ToListAsync());
        Assert.Equal(runs.Count, runs.Select(r => (r.JobId, r.Period)).Distinct().Count());
        Assert.Contains(runs, r => r.JobId == NotificationsModule.Send && r.Outcome == JobOutcome.Done);
    }

    private static int Recipients(MailServer mail) => mail.Mails().Select(m => m.Id).Distinct().Count();

    private static async Task UntilAsync(Func<bool> holds, TimeSpan patience)
    {
        var end = TimeProvider.System.GetUtcNow() + patience;
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < end, "It takes too long.");
            await Task.Delay(200);
        }
    }
}
