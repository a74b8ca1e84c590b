using System.Diagnostics;
using System.Globalization;
using System.Text;
using Kominkan.Courses;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>An import dies half-way: the file is in as a whole or not at all, and taking it again completes it.</summary>
[Collection(Processes.Name)]
public class KilledWhileImporting
{
    private const int Courses = 20;
    private const int Sessions = 20;
    private const int Rows = Courses * Sessions * 10;

    private static readonly IReadOnlyList<string> Bands = [.. AgeBands.All.Take(5)];
    private static readonly IReadOnlyList<string> Genders = [.. AgeBands.Genders.Take(2)];

    [Fact]
    public Task Killed_twice_the_file_is_in_as_a_whole_or_not_at_all() => RunAsync(2);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Killed_20_times_the_file_is_in_as_a_whole_or_not_at_all() => RunAsync(20);

    [Fact]
    public async Task Twin_without_the_transaction_an_import_that_stops_leaves_half_a_file()
    {
        await using var app = await KominkanApp.StartAsync(replace: s => s.AddScoped<AppDatabase, NoTransaction>(), now: TimeProvider.System.GetUtcNow());
        var path = await FileAsync(app, await CoursesAsync(app), 1);
        await app.DoAsync(async services =>
        {
            var importer = services.GetRequiredService<Importer>();
            using var stop = new CancellationTokenSource();
            var progress = new Stop(stop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => importer.RunAsync(importer.Find("attendance")!, path, new ImportOptions(), progress, stop.Token));
        });
        var (_, heads) = await CountAsync(app);
        Assert.True(heads is > 0 and < Rows, $"With the guard off {heads} of {Rows} rows were left: the test above would not notice a missing guard.");
    }

    private static async Task RunAsync(int kills)
    {
        await using var scene = await Scene.SetAsync();
        var numbers = await CoursesAsync(scene.App);
        var (before, span) = (0, 1500);
        await Chance.RunAsync(kills, async (version, random) =>
        {
            var path = await FileAsync(scene.App, numbers, version);
            await KillAsync(scene, path, TimeSpan.FromMilliseconds(random.Next(span)));
            var (sessions, heads) = await CountAsync(scene.App);
            Assert.True(heads == before * Rows || heads == version * Rows, $"{heads} heads: neither {before} nor {version} in each of {Rows} rows.");
            Assert.Equal(heads == 0 ? 0 : Courses * Sessions, sessions);

            scene.LetGo();
            var watch = Stopwatch.StartNew();
            var (exitCode, output, errors) = await KominkanProcess.RunAsync(scene.App.Settings, "import", "attendance", path);
            span = Math.Max(200, (int)watch.ElapsedMilliseconds / 2); // the other half is the program's own start
            Assert.True(exitCode == 0, output + errors);
            Assert.Equal((Courses * Sessions, version * Rows), await CountAsync(scene.App));
            Assert.Equal(Rows + 1, (await File.ReadAllLinesAsync(Result(path))).Length);
            await scene.CheckAsync();
            before = version;
        });

        await scene.VerifyAsync();
        Assert.Equal((long)kills * Rows, await HeadsInTheReportAsync(scene.App));
    }

    /// <summary>Lets the import begin, and a moment later nothing tells it that it ends.</summary>
    private static async Task KillAsync(Scene scene, string path, TimeSpan after)
    {
        var scratch = Result(path) + ".tmp";
        File.Delete(scratch);
        scene.LetGo();
        await using var import = KominkanProcess.Start(scene.App.Settings, "import", "attendance", path);
        while (!File.Exists(scratch) && !import.HasExited)
        {
            await Task.Delay(5);
        }

        await Task.Delay(after);
        if (!import.HasExited)
        {
            await import.KillAsync();
        }
    }

    private static Task<(int Sessions, int Heads)> CountAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        var db = services.GetRequiredService<CoursesDb>();
        return (await db.Sessions.CountAsync(), await db.Attendance.SumAsync(a => a.Count));
    });

    /// <summary>What the reports add up, from the same records.</summary>
    private static Task<long> HeadsInTheReportAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        var heads = 0L;
        var period = new Period(app.Clock.Today().AddDays(-Sessions), app.Clock.Today());
        await foreach (var figure in services.GetServices<IFigures>().Single(f => f.Measures.Any(m => m.Key == CourseFigures.AttendanceHeads)).InPeriodAsync(period))
        {
            heads += figure.Key == CourseFigures.AttendanceHeads ? figure.Value : 0L;
        }

        return heads;
    });

    private static async Task<IReadOnlyList<string>> CoursesAsync(KominkanApp app)
    {
        var numbers = Enumerable.Range(1, Courses).Select(n => $"K-{n:000}").ToList();
        foreach (var number in numbers)
        {
            await app.CourseAsync(new() { Number = number, Intake = Intake.None, Draft = true, SessionsInDays = [] });
        }

        return numbers;
    }

    /// <summary>Every version of the file says the same but how many came.</summary>
    private static async Task<string> FileAsync(KominkanApp app, IReadOnlyList<string> numbers, int heads)
    {
        var text = new StringBuilder("講座番号,回,開催日,状態,年齢区分,性別,延べ人数\n");
        var first = app.Clock.Today().AddDays(-Sessions);
        foreach (var (number, turn, band, gender) in from number in numbers from turn in Enumerable.Range(1, Sessions) from band in Bands from gender in Genders select (number, turn, band, gender))
        {
            text.Append(CultureInfo.InvariantCulture, $"{number},{turn},{first.AddDays(turn - 1):yyyy-MM-dd},開催,{band},{gender},{heads}\n");
        }

        var path = Path.Combine(app.Folder, "attendance.csv");
        await File.WriteAllTextAsync(path, text.ToString());
        return path;
    }

    private static string Result(string path) => Path.ChangeExtension(path, null) + ".result.csv";

    private sealed class Stop(CancellationTokenSource source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Done >= Rows / 2)
            {
                source.Cancel();
            }
        }
    }

    private sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();
    }
}
