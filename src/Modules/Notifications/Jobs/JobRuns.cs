using System.Collections.Concurrent;
using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kominkan.Notifications.Jobs;

/// <summary>
/// Keeps the book of jobs. The row of a period is written before the job begins, so that it runs once whatever fires; who
/// runs it renews a lease, so that a run whose host died is taken up again after a minute.
/// </summary>
internal partial class JobRuns(IServiceScopeFactory scopes, IRecurringJobs jobs, TimeProvider clock, ILogger<JobRuns> log) : IJobRuns
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly string Me = $"{Environment.MachineName}:{Environment.ProcessId}";

    /// <summary>Runs of this process: one that waits for the one writer of SQLite looks as if its lease had ended.</summary>
    private readonly ConcurrentDictionary<Guid, bool> own = new();

    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        return await InDatabaseAsync(async db =>
        {
            var switches = await SwitchesAsync(db, now, cancellation);
            var due = new List<string>();
            foreach (var job in jobs.All)
            {
                if (Due(job, switches[job.Id], now) is { } period
                    && (await FindAsync(db, job.Id, period, cancellation) is not { } run || (run.IsFree(now) && !own.ContainsKey(run.Id))))
                {
                    due.Add(job.Id);
                }
            }

            return due;
        }, cancellation);
    }

    public async Task RunAsync(string id, string? askedBy, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var job = jobs.All.Single(j => j.Id == id);
        var run = await InDatabaseAsync(async db =>
        {
            var stop = (await SwitchesAsync(db, now, cancellation))[id];
            var period = askedBy is null ? Due(job, stop, now) : $"{Schedule.Period(now)} {Guid.NewGuid():N}"[..36];
            return period is null ? null : await ClaimAsync(db, id, period, askedBy, now, cancellation);
        }, cancellation);
        if (run is null || !own.TryAdd(run.Id, true))
        {
            return;
        }

        try
        {
            await EndAsync(run, await TryAsync(run, work, cancellation));
        }
        finally
        {
            own.TryRemove(run.Id, out _);
        }
    }

    /// <summary>Takes the period, or returns null when it is done, somebody is at it, or it waits to be tried again.</summary>
    protected virtual async Task<JobRun?> ClaimAsync(NotificationsDb db, string id, string period, string? askedBy, DateTime now, CancellationToken cancellation)
    {
        var run = await FindAsync(db, id, period, cancellation);
        if (run is not null && (!run.IsFree(now) || own.ContainsKey(run.Id)))
        {
            return null;
        }

        try
        {
            if (run is null)
            {
                db.JobRuns.Add(run = new JobRun(id, period, Me, now, askedBy));
            }
            else
            {
                run.Begin(Me, now);
            }

            await db.SaveChangesAsync(cancellation);
            return run;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || AppDatabase.IsUniqueViolation(e))
        {
            return null; // Another host was faster.
        }
    }

    private static string? Due(RecurringJob job, JobSwitch stop, DateTime now) =>
        stop.StoppedAt is null && Schedule.Last(job.Cron, now) is { } last && last >= stop.CountsFrom ? Schedule.Period(last) : null;

    /// <returns>What went wrong, as a sentence, or null.</returns>
    private async Task<string?> TryAsync(JobRun run, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var alive = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var beating = BeatAsync(run, alive);
        try
        {
            await work(alive.Token);
            return null;
        }
        catch (TransportDownException e)
        {
            return e.Message;
        }
#pragma warning disable CA1031 // Whatever a job throws ends its run and is written down; the others go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(run.JobId, run.Period, e);
            return e is OperationCanceledException ? "途中で止められました。続きから、もう一度動きます。" : e is RuleBroken ? e.Message : $"プログラムの誤りです（{e.GetType().Name}）。記録を確かめてください。";
        }
        finally
        {
            await alive.CancelAsync();
            await beating;
        }
    }

    /// <summary>Renews the lease while the job runs; stops the job when somebody else has taken it over.</summary>
    private async Task BeatAsync(JobRun run, CancellationTokenSource alive)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Heartbeat, clock, alive.Token);
                var until = clock.UtcNow() + JobRun.Lease;
                var mine = await InDatabaseAsync(db => db.JobRuns.Where(r => r.Id == run.Id && r.Turn == run.Turn).ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, until), alive.Token), alive.Token);
                if (mine == 0)
                {
                    await alive.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception e) when (AppDatabase.IsUnavailable(e))
        {
            // The job will find out for itself; if the database stays away the lease ends and another host goes on.
            Failed(run.JobId, run.Period, e);
        }
    }

    private async Task EndAsync(JobRun run, string? trouble)
    {
        try
        {
            await InDatabaseAsync(async db =>
            {
                db.JobRuns.Attach(run);
                run.End(clock.UtcNow(), trouble);
                return await db.SaveChangesAsync();
            }, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Taken over meanwhile; the other one writes how it ended.
        }
    }

    private static async Task<Dictionary<string, JobSwitch>> LoadAsync(NotificationsDb db, CancellationToken cancellation) =>
        await db.JobSwitches.ToDictionaryAsync(s => s.JobId, cancellation);

    /// <summary>A job seen for the first time counts from now: nothing that was due before it was installed is caught up.</summary>
    private async Task<Dictionary<string, JobSwitch>> SwitchesAsync(NotificationsDb db, DateTime now, CancellationToken cancellation)
    {
        var known = await LoadAsync(db, cancellation);
        var added = jobs.All.Where(j => !known.ContainsKey(j.Id)).Select(j => new JobSwitch(j.Id, now)).ToList();
        if (added.Count == 0)
        {
            return known;
        }

        try
        {
            db.JobSwitches.AddRange(added);
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
        }

        return await LoadAsync(db, cancellation);
    }

    private static Task<JobRun?> FindAsync(NotificationsDb db, string id, string period, CancellationToken cancellation) =>
        db.JobRuns.FirstOrDefaultAsync(r => r.JobId == id && r.Period == period, cancellation);

    private async Task<T> InDatabaseAsync<T>(Func<NotificationsDb, Task<T>> work, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        var db = scope.ServiceProvider.GetRequiredService<NotificationsDb>();
        return await scope.ServiceProvider.GetRequiredService<AppDatabase>().InTransactionAsync(() => work(db), cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Job {Id} for {Period} failed")]
    private partial void Failed(string id, string period, Exception e);
}
