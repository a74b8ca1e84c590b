using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Hangfire;

namespace Kominkan.Host;

/// <summary>
/// Puts the modules' jobs on Hangfire's clock, in Japan time. Its storage is memory: what must not be forgotten is a row
/// of a module, and every job is a sweep over what is due.
/// </summary>
internal static class Jobs
{
    public static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHangfire(h => h.UseInMemoryStorage());
        if (configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddHangfireServer(o => (o.WorkerCount, o.SchedulePollingInterval) = (3, TimeSpan.FromSeconds(15)));
        }

        services.AddTransient<JobRunner>();
        services.AddSingleton<JobsSoon>();
        services.AddSingleton<IRecurringJobs>(s => s.GetRequiredService<JobsSoon>());
    }

    public static void StartJobs(this WebApplication app)
    {
        var clock = app.Services.GetRequiredService<IRecurringJobManager>();
        foreach (var job in app.Services.GetRequiredService<Modules>().Jobs)
        {
            clock.AddOrUpdate<JobRunner>(job.Id, r => r.RunAsync(job.Id, CancellationToken.None), job.Cron, new RecurringJobOptions { TimeZone = JapanTime.Zone });
        }
    }
}

/// <summary>Runs one job in its own scope, open to every hall.</summary>
[SuppressMessage("Performance", "CA1812", Justification = "Hangfire makes it")]
internal sealed class JobRunner(IServiceScopeFactory scopes, Modules modules, JobsSoon soon)
{
    public Task RunSoonAsync(string id, CancellationToken cancellation)
    {
        soon.Begun(id);
        return RunAsync(id, cancellation);
    }

    public async Task RunAsync(string id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        var job = modules.Jobs.Single(j => j.Id == id);
        await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, job.Job)).RunAsync(cancellation);
    }
}

/// <summary>Jobs that somebody wants before their time: one waits in Hangfire's queue at most, however often it was asked for.</summary>
internal sealed class JobsSoon(Modules modules, IBackgroundJobClient queue, IConfiguration configuration) : IRecurringJobs
{
    private readonly ConcurrentDictionary<string, bool> asked = new();
    private readonly bool works = configuration.GetValue("Jobs:Enabled", true);

    public IReadOnlyList<SharedKernel.RecurringJob> All { get; } = [.. modules.Jobs];

    public void RunSoon(string id)
    {
        if (works && asked.TryAdd(id, true))
        {
            queue.Enqueue<JobRunner>(r => r.RunSoonAsync(id, CancellationToken.None));
        }
    }

    public void Begun(string id) => asked.TryRemove(id, out _);
}
