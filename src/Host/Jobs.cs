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
            services.AddHangfireServer(o => (o.WorkerCount, o.SchedulePollingInterval) = (1, TimeSpan.FromSeconds(15)));
        }

        services.AddTransient<JobRunner>();
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
internal sealed class JobRunner(IServiceScopeFactory scopes, Modules modules)
{
    public async Task RunAsync(string id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        var job = modules.Jobs.Single(j => j.Id == id);
        await ((IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, job.Job)).RunAsync(cancellation);
    }
}
