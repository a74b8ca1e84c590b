using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>
/// A database, the built program serving it as a process that gets killed, and a way to look at what is left. The one who
/// looks lets go of the file before the program comes back: the program itself must clear up after its death.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(10);

    private KominkanProcess? site;
    private readonly List<TimeSpan> starts = [];

    private Scene(KominkanApp app) => App = app;

    public KominkanApp App { get; }

    public KominkanProcess Site => site ?? throw new InvalidOperationException("The site is not running.");

    public Uri Address => Site.Address;

    public static async Task<Scene> SetAsync() => new(await KominkanApp.StartAsync(now: TimeProvider.System.GetUtcNow()));

    public async Task ServeAsync()
    {
        LetGo();
        var watch = Stopwatch.StartNew();
        site = await KominkanProcess.ServeAsync(App.Settings);
        using var browser = Site.NewBrowser();
        Assert.Equal("ok", (await browser.OpenAsync("/health/ready")).Text);
        starts.Add(watch.Elapsed);
    }

    /// <summary>Kills the site while the work goes on, and waits until everybody has noticed.</summary>
    /// <param name="reached">So much has been done; a moment of chance later it happens.</param>
    /// <param name="work">Ends by itself when the site does not answer any more.</param>
    public async Task KillWhileAsync(Func<bool> reached, Random random, params Func<Task>[] work)
    {
        var running = work.Select(w => w()).ToList();
        while (!reached() && !running.TrueForAll(r => r.IsCompleted))
        {
            await Task.Delay(2);
        }

        await Task.Delay(random.Next(60));
        await Site.KillAsync();
        await Task.WhenAll(running);
        await Site.DisposeAsync();
        site = null;
    }

    /// <summary>
    /// The <c>verify</c> verb, as an administrator runs it. The site must have come back in time from half of its kills at
    /// least (a machine busy elsewhere delays one start, hardly most of them), or as fast as it started on a sound database.
    /// </summary>
    public async Task VerifyAsync()
    {
        var back = starts.Skip(1).Order().ElementAtOrDefault((starts.Count - 2) / 2);
        var limit = starts.Select(s => s * 2).FirstOrDefault() is { } first && first > ReadyWithin ? first : ReadyWithin;
        Assert.True(back <= limit, $"Ready after {back.TotalSeconds:0.0} s; all starts: {string.Join(", ", starts.Select(s => $"{s.TotalSeconds:0.0} s"))}.");
        LetGo();
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(App.Settings, "verify");
        Assert.True(exitCode == 0, $"verify: {exitCode}\n{output}\n{errors}");
    }

    /// <summary>The same rules, asked without starting a program.</summary>
    public Task CheckAsync() => Rules.HoldAsync(App);

    public void LetGo()
    {
        if (TestDatabase.Provider == Provider.Sqlite)
        {
            using var connection = new SqliteConnection(App.Services.GetRequiredService<DatabaseSettings>().ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        await App.DisposeAsync();
    }
}

/// <summary>The moments of a run are chance; a failure names the seed that brings them back, as far as the machine lets it.</summary>
internal static class Chance
{
    public static async Task RunAsync(int rounds, Func<int, Random, Task> round)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("KOMINKAN_TEST_SEED"), out var asked) ? asked : Random.Shared.Next();
        var random = new Random(seed);
        for (var n = 1; n <= rounds; n++)
        {
            try
            {
                await round(n, random);
            }
            catch (Exception e)
            {
                throw new Xunit.Sdk.XunitException($"Kill {n} of {rounds}, KOMINKAN_TEST_SEED={seed}: {e.Message}", e);
            }
        }
    }
}

/// <summary>Tests that start programs do so one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Processes
{
    public const string Name = "processes";
}
