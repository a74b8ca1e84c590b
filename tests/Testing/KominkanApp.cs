using Kominkan.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Kominkan.Testing;

/// <summary>
/// The whole program, listening on a free loopback port, on an empty database of its own and a clock that stands still
/// until told. Tests speak to it as a browser does.
/// </summary>
public sealed class KominkanApp : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    /// <summary>What MVC knows of every page's properties, the same for every host of the process: finding it out is two fifths of a start.</summary>
    private static IModelMetadataProvider? metadata;

    private readonly WebApplication app;
    private readonly TestDatabase database;

    private KominkanApp(WebApplication app, TestDatabase database, FakeTimeProvider clock)
    {
        (this.app, this.database, Clock) = (app, database, clock);
        Visitor = new Browser(new Uri(app.Urls.First()));
    }

    /// <summary>Stands at noon of 23 November 2026 in Japan unless the test says otherwise.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Somebody who is not signed in; <see cref="NewBrowser"/> makes more.</summary>
    public Browser Visitor { get; }

    private bool IsSecond { get; init; }

    public string Address => app.Urls.First();

    public IServiceProvider Services => app.Services;

    /// <summary>What another process must be told to work on the same database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => database.Settings;

    /// <summary>A folder of the test's own; it goes with the database.</summary>
    public string Folder => database.Folder;

    /// <param name="configure">Settings, and services that come before the program's own.</param>
    /// <param name="replace">Services that take the place of the program's own: a guard switched off.</param>
    /// <param name="now">Where the clock stands at first, for a test that shares its database with a process on the real clock.</param>
    public static async Task<KominkanApp> StartAsync(Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null, DateTimeOffset? now = null)
    {
        var database = await TestDatabase.CreateAsync(async template =>
        {
            await using var empty = Build(template, new FakeTimeProvider(Noon));
            await MigrateAsync(empty);
        });
        var clock = new FakeTimeProvider(now ?? Noon);
        var app = Build(database, clock, configure, replace);
        await MigrateAsync(app);
        await app.StartAsync();
        return new KominkanApp(app, database, clock);
    }

    /// <summary>A second host on the same database, keys and clock, as a city runs two; dispose it before this one.</summary>
    public async Task<KominkanApp> AnotherHostAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var other = Build(database, Clock, configure);
        await other.StartAsync();
        return new KominkanApp(other, database, Clock) { IsSecond = true };
    }

    public Browser NewBrowser() => new(new Uri(Address));

    /// <summary>Does something in the program itself, in one transaction, with every hall in scope.</summary>
    public async Task<T> DoAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        return await scope.ServiceProvider.GetRequiredService<AppDatabase>().InTransactionAsync(() => work(scope.ServiceProvider));
    }

    /// <summary>Fills the database with the sample city, as <c>sample</c> does.</summary>
    public async Task FillSampleAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        await Host.Commands.Sample.FillAsync(scope.ServiceProvider, CancellationToken.None);
    }

    /// <summary>Runs a module's job now, as the clock would.</summary>
    public Task RunJobAsync(string id) => app.Services.GetRequiredService<JobRunner>().RunAsync(id, CancellationToken.None);

    /// <summary>Runs every job that is due by the clock, as the clock would: a period that has run does not run again.</summary>
    public async Task RunDueJobsAsync()
    {
        foreach (var id in await app.Services.GetRequiredService<IJobRuns>().DueAsync(CancellationToken.None))
        {
            await app.Services.GetRequiredService<JobRunner>().FireAsync(id, CancellationToken.None);
        }
    }

    public Task DoAsync(Func<IServiceProvider, Task> work) => DoAsync(async s => { await work(s); return true; });

    public async ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        await app.DisposeAsync();
        if (!IsSecond)
        {
            await database.DisposeAsync();
        }
    }

    private static WebApplication Build(TestDatabase database, FakeTimeProvider clock, Action<WebApplicationBuilder>? configure = null, Action<IServiceCollection>? replace = null)
    {
        var app = Web.Build(builder =>
        {
            builder.Configuration.AddInMemoryCollection(database.Settings);
            // Tests run jobs when they mean to: see RunJobAsync.
            builder.Configuration["Jobs:Enabled"] = "false";
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(clock);
            if (metadata is not null)
            {
                builder.Services.AddSingleton(metadata);
            }

            configure?.Invoke(builder);
        }, replace);
        metadata ??= app.Services.GetRequiredService<IModelMetadataProvider>();
        return app;
    }

    private static async Task MigrateAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().OpenEverywhere();
        await scope.ServiceProvider.GetRequiredService<Migrator>().MigrateAsync();
    }
}
