using System.Net;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Notifications.Tests;

public sealed class JobTests
{
    private const string Reminders = "notifications.reminders";

    [Fact]
    public async Task A_period_runs_once_however_often_the_clock_fires()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.RunDueJobsAsync(); // the program sees its jobs for the first time, and owes nothing
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 30, 0, TimeSpan.Zero));
        var runs = app.Services.GetRequiredService<IJobRuns>();
        var worked = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => runs.RunAsync(Reminders, null, _ => { Interlocked.Increment(ref worked); return Task.CompletedTask; }, default))));
        Assert.Equal(1, worked);
        Assert.Equal(["2026-11-24 07:30"], (await RunsAsync(app, Reminders)).Select(r => r.Period));
    }

    [Fact]
    public async Task After_downtime_the_last_period_is_caught_up_and_no_other()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.RunDueJobsAsync();
        app.Clock.Advance(TimeSpan.FromDays(9));
        Assert.Contains(Reminders, await app.Services.GetRequiredService<IJobRuns>().DueAsync(default));
        await app.RunDueJobsAsync();
        await app.RunDueJobsAsync();
        Assert.Equal(["2026-12-02 07:30"], (await RunsAsync(app, Reminders)).Select(r => r.Period));
    }

    [Fact]
    public async Task A_run_whose_host_died_is_taken_up_again_after_a_minute_and_not_before()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.RunDueJobsAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<NotificationsDb>();
            db.JobRuns.Add(new JobRun(Reminders, "2026-11-24 07:30", "a host that died", app.Clock.UtcNow()));
            await db.SaveChangesAsync();
        });
        await app.RunDueJobsAsync();
        Assert.Equal(JobOutcome.Running, (await RunsAsync(app, Reminders)).Single().Outcome);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await app.RunDueJobsAsync();
        Assert.Equal((JobOutcome.Done, 2), ((await RunsAsync(app, Reminders)).Single().Outcome, (await RunsAsync(app, Reminders)).Single().Attempts));
    }

    [Fact]
    public async Task What_failed_is_tried_again_and_its_reason_can_be_read()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.RunDueJobsAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        var runs = app.Services.GetRequiredService<IJobRuns>();
        await runs.RunAsync(Reminders, null, _ => throw new RuleBroken("名簿が読めません。"), default);
        Assert.DoesNotContain(Reminders, await runs.DueAsync(default));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("名簿が読めません。", (await office.OpenAsync("/staff/jobs")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Reminders, await runs.DueAsync(default));
    }

    [Fact]
    public async Task Head_office_stops_a_job_and_starts_it_again()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.RunDueJobsAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.OpenAsync("/staff/jobs");
        Assert.Contains("締め切った抽選を確定し、空いた席を順に案内する", page.Text, StringComparison.Ordinal);
        Assert.Contains("5分ごと", page.Text, StringComparison.Ordinal);
        Assert.Contains("メールサーバーの設定（Mail__Host）がないため", page.Text, StringComparison.Ordinal);
        await office.SubmitAsync(await office.OpenAsync($"/staff/jobs/{Reminders}/stop"));
        page = await office.OpenAsync("/staff/jobs");
        Assert.Contains("停止中", page.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunDueJobsAsync();
        Assert.Empty(await RunsAsync(app, Reminders));
        using var next = await app.SignInAsync(RoleKeys.HeadOffice);
        page = await next.SubmitAsync(await next.OpenAsync($"/staff/jobs/{Reminders}/stop"));
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        page = await next.SubmitAsync(await next.OpenAsync($"/staff/jobs/{Reminders}/resume"));
        Assert.Equal(HttpStatusCode.NotFound, (await next.OpenAsync("/staff/jobs/no.such.job")).Status);
        Assert.Contains("止める", page.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunDueJobsAsync();
        Assert.Equal(["2026-11-25 07:30"], (await RunsAsync(app, Reminders)).Select(r => r.Period));
    }

    [Fact]
    public async Task Only_head_office_sees_jobs_and_the_clock_itself()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        foreach (var url in new[] { "/staff/jobs", $"/staff/jobs/{Reminders}", "/staff/jobs/hangfire" })
        {
            Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(url)).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await manager.OpenAsync(url)).Status);
            Assert.False((await app.Visitor.OpenAsync(url)).Url.AbsolutePath == url);
        }
    }

    [Theory]
    [InlineData("30 7 * * *", "2026-11-23T22:29:59Z", "2026-11-23 07:30")]
    [InlineData("30 7 * * *", "2026-11-23T22:30:00Z", "2026-11-24 07:30")]
    [InlineData("0 0 1 4 *", "2027-03-31T14:59:59Z", "2026-04-01 00:00")]
    [InlineData("0 0 1 4 *", "2027-03-31T15:00:00Z", "2027-04-01 00:00")]
    [InlineData("0 9 29 2 *", "2028-02-29T00:00:00Z", "2028-02-29 09:00")]
    [InlineData("*/5 * * * *", "2026-11-23T03:04:00Z", "2026-11-23 12:00")]
    [InlineData("0 2 * * *", "2027-03-14T10:00:00Z", "2027-03-14 02:00")] // where clocks jump at two, Japan's do not
    public void A_period_is_named_by_Japanese_time(string cron, string now, string period) =>
        Assert.Equal(period, Schedule.Period(Schedule.Last(cron, DateTime.Parse(now, null, System.Globalization.DateTimeStyles.AdjustToUniversal))!.Value));

    private static Task<List<JobRun>> RunsAsync(KominkanApp app, string id) =>
        app.DoAsync(s => s.GetRequiredService<NotificationsDb>().JobRuns.AsNoTracking().Where(r => r.JobId == id).OrderBy(r => r.StartedAt).ToListAsync());
}
