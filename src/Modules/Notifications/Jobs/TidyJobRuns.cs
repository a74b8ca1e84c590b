using Kominkan.Notifications.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Jobs;

/// <summary>Forgets old runs: those of jobs that run all the time after two days, the others after two years.</summary>
internal sealed class TidyJobRuns(NotificationsDb db, AppDatabase database, IRecurringJobs jobs, TimeProvider clock) : IJob
{
    public Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var frequent = jobs.All.Where(j => Schedule.IsFrequent(j.Cron, now)).Select(j => j.Id).ToList();
        var (days, years) = (now.AddDays(-2), now.AddYears(-2));
        return database.InTransactionAsync(() => db.JobRuns.Where(r => r.EndedAt < years || (r.EndedAt < days && frequent.Contains(r.JobId))).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
