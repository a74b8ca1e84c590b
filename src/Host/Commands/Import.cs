using System.CommandLine;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.Host.Commands;

/// <summary>Takes a file into a dataset, whole or not at all.</summary>
internal static class Import
{
    private const int ShownMessages = 20;

    public static Command Verb()
    {
        var dataset = new Argument<string>("DATASET") { Description = "データの種類（courses など）。知らない名前を書くと一覧を表示します" };
        var file = new Argument<string>("FILE") { Description = ".csv（UTF-8 または Shift_JIS）か .xlsx" };
        var dryRun = new Option<bool>("--dry-run") { Description = "調べるだけで、取り込みません" };
        var json = new Option<bool>("--json") { Description = "結果を JSON で書き出します" };
        var acceptValid = new Option<bool>("--accept-valid") { Description = "エラーのある行を除いて取り込みます" };
        var output = new Option<string?>("--out") { Description = "行ごとの結果を書くファイル（指定がなければ、元のファイルの隣に .result を付けた名前）" };
        var verb = new Command("import", "表のファイルを取り込みます（エラーが1行でもあれば、何も取り込みません）") { dataset, file, dryRun, json, acceptValid, output };
        verb.SetAction((parsed, cancellation) => Cli.InJsonAsync(parsed.GetValue(json), () => RunAsync(
            parsed.GetRequiredValue(dataset),
            Path.GetFullPath(parsed.GetRequiredValue(file)),
            new ImportOptions(parsed.GetValue(dryRun), parsed.GetValue(acceptValid), parsed.GetValue(output) is { } path ? Path.GetFullPath(path) : null),
            parsed.GetValue(json),
            cancellation)));
        return verb;
    }

    private static Task<int> RunAsync(string name, string path, ImportOptions options, bool json, CancellationToken cancellation) => Cli.InScopeAsync(async services =>
    {
        // First of all: a dataset opens the database, and a missing one must not be made.
        await Cli.CheckReadyAsync(services, cancellation);
        var importer = services.GetRequiredService<Importer>();
        if (importer.Find(name) is not { } dataset)
        {
            var unknown = $"データの種類「{name}」はありません。使えるもの: {string.Join(", ", importer.Datasets.Select(d => $"{d.Name}（{d.Label}）"))}";
            await Console.Error.WriteLineAsync(unknown);
            if (json)
            {
                Cli.WriteJson(new { refused = unknown });
            }

            return 2;
        }

        if (!File.Exists(path))
        {
            throw new RuleBroken($"ファイル「{path}」がありません。");
        }

        if (path == options.ResultFile)
        {
            throw new RuleBroken("--out には、元のファイルと違う名前を指定してください。");
        }

        var report = await Terminal.WatchAsync($"{dataset.Label}を取り込んでいます", watch => importer.RunAsync(dataset, path, options, watch is null ? null : new Watch(watch), cancellation));
        Print(report, options, json);
        return report.Error > 0 && !options.AcceptValid ? 1 : 0;
    });

    private static void Print(ImportReport report, ImportOptions options, bool json)
    {
        if (json)
        {
            Cli.WriteJson(report);
            return;
        }

        Console.WriteLine($"{report.Rows:N0}行: 新規 {report.New:N0}、更新 {report.Update:N0}（うち変更なし {report.Unchanged:N0}）、要確認 {report.Check:N0}、エラー {report.Error:N0}");
        if (report.UnknownColumns.Count > 0)
        {
            Console.WriteLine($"読まなかった列: {string.Join("、", report.UnknownColumns)}");
        }

        foreach (var message in report.Messages.OrderByDescending(m => m.Verdict == "エラー").ThenBy(m => m.Row).Take(ShownMessages))
        {
            Console.WriteLine($"  {message.Row}行目 {message.Verdict}: {message.Reason}");
        }

        if (report.Messages.Count > ShownMessages)
        {
            Console.WriteLine($"  ほか{report.Messages.Count - ShownMessages:N0}行");
        }

        Console.WriteLine($"行ごとの結果: {report.ResultFile}");
        Console.WriteLine(options.DryRun ? "調べただけで、取り込んでいません。"
            : report.Unchanged == report.Rows ? "すべて取り込み済みです。何も変わっていません。"
            : report.Error == 0 ? $"{report.Taken:N0}行を取り込みました。"
            : options.AcceptValid ? $"エラーの{report.Error:N0}行を除き、{report.Taken:N0}行を取り込みました。"
            : "エラーがあるので、何も取り込んでいません。直してもう一度取り込むか、--accept-valid を付けてください。");
    }

    private sealed class Watch(Action<long, long> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value.Done, value.Total);
    }
}
