using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.Logging;
using Hangfire.PostgreSql;
using RecurringJob = Kominkan.SharedKernel.RecurringJob;

namespace Kominkan.Host;

/// <summary>
/// Puts the modules' jobs on Hangfire's clock, in Japan time. Which period has run is a row of ours (<see cref="IJobRuns"/>);
/// Hangfire only fires, from memory beside the embedded database, from PostgreSQL where several hosts share the work.
/// </summary>
internal static class Jobs
{
    /// <summary>Looks every minute for what was missed or interrupted.</summary>
    private const string CatchUp = "jobs.catch-up";

    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var enabled = configuration.GetValue("Jobs:Enabled", true);
        var settings = DatabaseSettings.From(configuration);
        services.AddHangfire(h =>
        {
            if (enabled && settings.Provider == Provider.Postgres)
            {
                h.UsePostgreSqlStorage(o => o.UseNpgsqlConnection(settings.ConnectionString), new PostgreSqlStorageOptions
                {
                    // A killed host's job is another's after a minute, a long one is kept as long as its host lives.
                    UseSlidingInvisibilityTimeout = true,
                    InvisibilityTimeout = TimeSpan.FromMinutes(1),
                    DistributedLockTimeout = TimeSpan.FromMinutes(1),
                    QueuePollInterval = TimeSpan.FromSeconds(2),
                });
                return;
            }

            h.UseInMemoryStorage();
            if (!enabled)
            {
                h.UseLogProvider(new Silence());
            }
        });
        if (enabled)
        {
            services.AddHangfireServer(o => (o.WorkerCount, o.SchedulePollingInterval) = (3, TimeSpan.FromSeconds(15)));
        }

        services.AddTransient<JobRunner>();
        services.AddSingleton<JobsSoon>();
        services.AddSingleton<IRecurringJobs>(s => s.GetRequiredService<JobsSoon>());
    }

    public static void StartJobs(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<JobsSoon>().Works)
        {
            return;
        }

        var clock = app.Services.GetRequiredService<IRecurringJobManager>();
        var options = new RecurringJobOptions { TimeZone = JapanTime.Zone, MisfireHandling = MisfireHandlingMode.Relaxed };
        clock.AddOrUpdate<JobRunner>(CatchUp, r => r.CatchUpAsync(CancellationToken.None), Cron.Minutely(), options);
        foreach (var job in app.Services.GetRequiredService<IRecurringJobs>().All)
        {
            clock.AddOrUpdate<JobRunner>(job.Id, r => r.FireAsync(job.Id, CancellationToken.None), job.Cron, options);
        }

        app.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<JobRunner>(r => r.CatchUpAsync(CancellationToken.None));
    }

    /// <summary>What Hangfire itself shows, to look at only: jobs are started and stopped on our page, which keeps the book.</summary>
    /// <param name="permission">Who may look.</param>
    public static void MapJobsDashboard(this WebApplication app, string permission) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(permission, "/staff/jobs/hangfire", new DashboardOptions
        {
            // Hangfire's own filter lets in whoever comes from this machine, and behind a proxy everybody does.
            Authorization = [],
            AsyncAuthorization = [],
            IsReadOnlyFunc = _ => true,
            AppPath = "/staff/jobs",
            DisplayStorageConnectionString = false,
        });
}

/// <summary>Jobs that somebody wants before their time: one waits in Hangfire's queue at most, however often it was asked for.</summary>
internal sealed class JobsSoon(Modules modules, IBackgroundJobClient queue, IConfiguration configuration, TimeProvider clock) : IRecurringJobs
{
    // Which of several hosts runs it is not known here: what was asked for long ago is asked for again.
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, DateTime> asked = new();

    public bool Works { get; } = configuration.GetValue("Jobs:Enabled", true);

    public IReadOnlyList<RecurringJob> All { get; } = [.. modules.Jobs];

    public void RunSoon(string id, string askedBy)
    {
        var now = clock.UtcNow();
        if (!Works || (asked.TryGetValue(id, out var before) && now - before < Waits))
        {
            return;
        }

        queue.Enqueue<JobRunner>(r => r.RunSoonAsync(id, askedBy, CancellationToken.None));
        asked[id] = now;
    }

    public void Begun(string id) => asked.TryRemove(id, out _);
}

/// <summary>Runs one job in its own scope, open to every hall.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Hangfire makes it")]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class JobRunner(IServiceScopeFactory scopes, IRecurringJobs jobs, IJobRuns runs, JobsSoon soon, IBackgroundJobClient queue)
{
    /// <summary>The clock says that it is time.</summary>
    public Task FireAsync(string id, CancellationToken cancellation) => runs.RunAsync(id, null, c => RunAsync(id, c), cancellation);

    /// <summary>Somebody wants it now.</summary>
    public Task RunSoonAsync(string id, string askedBy, CancellationToken cancellation)
    {
        soon.Begun(id);
        return runs.RunAsync(id, askedBy, c => RunAsync(id, c), cancellation);
    }

    /// <summary>What was missed while no host was up, or was being run by one that died: one run a job, the last period only.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        foreach (var id in await runs.DueAsync(cancellation))
        {
            queue.Enqueue<JobRunner>(r => r.FireAsync(id, CancellationToken.None));
        }
    }

    /// <summary>The job itself, without the book.</summary>
    public async Task RunAsync(string id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        var job = jobs.All.Single(j => j.Id == id);
        await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, job.Job)).RunAsync(cancellation);
    }
}

/// <summary>What stands in for the book of jobs where its module is off: everything runs when the clock fires.</summary>
internal sealed class JobsWithoutBook : IJobRuns
{
    public Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task RunAsync(string id, string? askedBy, Func<CancellationToken, Task> work, CancellationToken cancellation) => work(cancellation);
}

/// <summary>Where Hangfire does not work it has nothing to say. Its log is one for the process: it would outlive the program in a test.</summary>
internal sealed class Silence : ILogProvider, ILog
{
    public ILog GetLogger(string name) => this;

    public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
}
