using System.CommandLine;
using System.Globalization;
using Kominkan.SampleCity;
using Kominkan.SharedKernel.Tables;
using Spectre.Console;

namespace Kominkan.Host.Commands;

/// <summary>Fills an empty database with the sample city; all people are invented.</summary>
internal static class Sample
{
    private const int Seed = 1;

    public static Command Verb()
    {
        var full = new Option<bool>("--full") { Description = "一年度とその前年度を、市の実際の規模で入れます" };
        var year = new Option<int>("--fiscal-year") { Description = "--full のときの年度（西暦）", CustomParser = Cli.FiscalYear, DefaultValueFactory = _ => 2014 };
        var verb = new Command("sample", "空のデータベースに見本の市のデータを入れます") { full, year };
        verb.SetAction((parsed, cancellation) => Cli.InScopeAsync(async services =>
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellation);
            if (!await services.GetRequiredService<IEmptiness>().IsEmptyAsync(cancellation))
            {
                throw new RuleBroken("データベースにはもうデータがあります。空のデータベースを指定してください。");
            }

            var fiscalYear = new FiscalYear(parsed.GetValue(year));
            await (parsed.GetValue(full) ? FillYearsAsync(services, fiscalYear, cancellation) : FillAsync(services, cancellation));
            Console.WriteLine(parsed.GetValue(full) ? $"見本の市の{fiscalYear.Previous}と{fiscalYear}のデータを入れました。" : "見本の市のデータを入れました。");
            return 0;
        }));
        return verb;
    }

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var today = services.GetRequiredService<TimeProvider>().Today();
        await services.GetRequiredService<AppDatabase>().InTransactionAsync(async () =>
        {
            foreach (var part in services.GetServices<ISampleLife>().OrderBy(p => p.Order))
            {
                await part.FillAsync(today, cancellation);
            }
        }, cancellation);
    }

    /// <summary>The city itself, then the records of a fiscal year and the one before it, through the imports any city would use.</summary>
    public static async Task FillYearsAsync(IServiceProvider services, FiscalYear year, CancellationToken cancellation)
    {
        var today = services.GetRequiredService<TimeProvider>().Today();
        SampleYear[] years = [SampleYear.Make(year.Previous.Year, Seed), SampleYear.Make(year.Year, Seed)];
        await services.GetRequiredService<AppDatabase>().InTransactionAsync(async () =>
        {
            foreach (var part in services.GetServices<ISampleLife>().Where(p => p.Order < ISampleLife.Life).OrderBy(p => p.Order))
            {
                await part.FillAsync(today, cancellation);
            }

            await TakeAsync(services, "courses", [.. years.SelectMany(y => y.Courses).Select(Cells)], cancellation);
            await TakeAsync(services, "attendance", [.. years.SelectMany(y => y.Attendance).Select(Cells)], cancellation);
            await TakeAsync(services, "hires", [.. HireYear.Make(year.Previous.Year, Seed).Concat(HireYear.Make(year.Year, Seed)).Select(Cells)], cancellation);
        }, cancellation);
    }

    private static async Task TakeAsync(IServiceProvider services, string name, IReadOnlyList<Dictionary<string, string>> rows, CancellationToken cancellation)
    {
        var dataset = services.GetServices<IImportDataset>().FirstOrDefault(d => d.Name == name)
            ?? throw new RuleBroken($"取り込み先「{name}」がありません。設定 Modules__Courses__Enabled を確かめてください。");
        await Progress(dataset.Label, rows.Count, async done =>
        {
            var run = await dataset.BeginAsync(cancellation);
            for (var i = 0; i < rows.Count; i++)
            {
                var cells = rows[i];
                var verdict = await run.TakeAsync(new ImportRow(i + 2, column => cells.GetValueOrDefault(column, "")), cancellation);
                if (verdict.Kind == VerdictKind.Error)
                {
                    throw new RuleBroken($"見本の{dataset.Label}を取り込めません: {verdict.Sentence}");
                }

                done(i + 1);
            }

            await run.FinishAsync(cancellation);
        });
    }

    /// <summary>A bar on a terminal, nothing in a pipe.</summary>
    private static async Task Progress(string label, int total, Func<Action<int>, Task> work)
    {
        if (Console.IsOutputRedirected)
        {
            await work(_ => { });
            return;
        }

        await AnsiConsole.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(label, maxValue: total);
            await work(n => task.Value = n);
        });
    }

    private static Dictionary<string, string> Cells(CourseRow c) => new()
    {
        ["講座番号"] = c.Number,
        ["館番号"] = c.HallNo,
        ["種別"] = c.Program,
        ["講座名"] = c.Title,
        ["年度"] = Text(c.FiscalYear),
        ["定員"] = Text(c.Capacity),
        ["申込方法"] = c.Intake,
        ["申込者数"] = Text(c.Applicants),
        ["タグ"] = string.Join(';', c.Tags),
    };

    private static Dictionary<string, string> Cells(AttendanceRow a) => new()
    {
        ["講座番号"] = a.CourseNumber,
        ["回"] = Text(a.Session),
        ["開催日"] = a.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["状態"] = a.IsHeld ? "開催" : "中止",
        ["年齢区分"] = a.AgeBand,
        ["性別"] = a.Gender,
        ["延べ人数"] = Text(a.People),
    };

    private static Dictionary<string, string> Cells(HireRow h) => new()
    {
        ["許可番号"] = h.Number,
        ["館番号"] = h.HallNo,
        ["室番号"] = h.RoomNo,
        ["利用日"] = h.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["開始"] = h.From.ToString("HH:mm", CultureInfo.InvariantCulture),
        ["終了"] = h.To.ToString("HH:mm", CultureInfo.InvariantCulture),
        ["団体名"] = h.Group,
        ["目的"] = h.Purpose,
        ["人数"] = Text(h.People),
        ["使用料"] = Text(h.Yen),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
