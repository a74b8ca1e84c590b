using System.CommandLine;

namespace Kominkan.Host.Commands;

/// <summary>Recomputes the chain of changes of rooms: from public files alone, as the database keeps it, or both against each other.</summary>
internal static class LedgerVerify
{
    public static Command Verb()
    {
        var files = new Argument<string[]>("FILE") { Description = "変更の記録のページから保存したファイル（何日分でも）。省くとデータベースだけ", Arity = ArgumentArity.ZeroOrMore };
        var database = new Option<bool>("--database") { Description = "ファイルを、データベースの記録とも比べます" };
        var verify = new Command("verify", "部屋の変更の記録が、書き換えられていないか計算し直します") { files, database };
        verify.SetAction((parsed, cancellation) => RunAsync([.. (parsed.GetValue(files) ?? []).Select(Path.GetFullPath)], parsed.GetValue(database), cancellation));
        return new Command("ledger", "部屋の変更の記録") { verify };
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> paths, bool database, CancellationToken cancellation)
    {
        var days = new List<PublishedLedgerDay>();
        foreach (var path in paths)
        {
            days.Add(PublishedLedgerDay.Parse(await Cli.ReadPublishedAsync(path, "変更の記録のページ", cancellation)));
        }

        var differences = Follow([.. days.OrderBy(d => d.Day)]);
        if (database || days.Count == 0)
        {
            await Cli.InDatabaseAsync(async services =>
            {
                var ledger = services.GetService<ISlotLedger>() ?? throw new RuleBroken("部屋のモジュールが無効です。設定 Modules__Booking__Enabled を確かめてください。");
                differences.AddRange(await CompareAsync(ledger, days, cancellation));
                return 0;
            });
        }

        foreach (var difference in differences)
        {
            await Console.Error.WriteLineAsync(difference);
        }

        if (differences.Count == 0)
        {
            Console.WriteLine("一致しました。記録は綴じたときのままで、抜けも書き換えもありません。");
        }

        return differences.Count == 0 ? 0 : 1;
    }

    /// <summary>Each day by itself, and from one to the next.</summary>
    private static List<string> Follow(IReadOnlyList<PublishedLedgerDay> days)
    {
        var differences = new List<string>();
        foreach (var (n, day) in days.Index())
        {
            Console.WriteLine($"{day.Day:yyyy-MM-dd}  変更 {day.Entries.Count:N0}件  ハッシュ {day.Digest}");
            differences.AddRange(day.Differences().Select(d => $"{day.Day:yyyy-MM-dd}: {d}"));
            if (n > 0 && days[n - 1].Day.AddDays(1) == day.Day && !string.Equals(days[n - 1].Digest, day.Previous, StringComparison.OrdinalIgnoreCase))
            {
                differences.Add($"{day.Day:yyyy-MM-dd}: 前の日のファイルから続いていません。");
            }
        }

        return differences;
    }

    private static async Task<IReadOnlyList<string>> CompareAsync(ISlotLedger ledger, IReadOnlyList<PublishedLedgerDay> days, CancellationToken cancellation)
    {
        var (chain, differences) = (new LedgerChain(SlotLedger.Start, 0), new List<string>());
        var published = days.SelectMany(d => d.Entries).ToLookup(e => e.No, e => e.Hash);
        var found = new HashSet<long>();
        await foreach (var entry in ledger.ReadAsync(cancellation))
        {
            if (chain.Take(entry) is { } sentence)
            {
                differences.Add($"データベース: {sentence}");
            }

            found.Add(entry.No);
            if (published[entry.No].Any(hash => !string.Equals(hash, entry.Hash, StringComparison.OrdinalIgnoreCase)))
            {
                differences.Add($"データベース: {entry.No}番が、公開されたファイルと違います。");
            }
        }

        differences.AddRange(published.Where(p => !found.Contains(p.Key)).Select(p => $"データベース: 公開された{p.Key}番がありません。"));
        Console.WriteLine($"データベース  変更 {chain.Count:N0}件  ハッシュ {chain.Head}");
        return differences;
    }
}
