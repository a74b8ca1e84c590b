namespace Kominkan.Host.Tests.Commands;

public sealed class LedgerVerifyTests : IDisposable
{
    private static readonly LedgerEntry First = new LedgerEntry(1, new DateTime(2026, 11, 26, 1, 5, 0, DateTimeKind.Utc), "taken", "1", "201", new(2026, 12, 5), new(9, 0), new(12, 0), "group", "").After(SlotLedger.Start);
    private static readonly LedgerEntry Second = (First with { No = 2, Act = "given-up" }).After(First.Hash);

    private static readonly PublishedLedgerDay Day = new(SlotLedger.Format, new(2026, 11, 26), SlotLedger.Start, [First, Second], Second.Hash);

    private readonly string folder = Directory.CreateTempSubdirectory("kominkan-ledger-").FullName;

    [Fact]
    public async Task A_saved_day_is_checked_without_a_database_and_days_go_on_from_each_other()
    {
        var next = new PublishedLedgerDay(SlotLedger.Format, Day.Day.AddDays(1), Second.Hash, [], Second.Hash);
        var (code, output, _) = await RunAsync(Day, next);
        Assert.Equal(0, code);
        Assert.Contains("一致しました。", output, StringComparison.Ordinal);

        (code, _, var errors) = await RunAsync(Day with { Entries = [First, Second with { Room = "202" }] });
        Assert.Equal((1, "2026-11-26: 2番の中身が、綴じたときのハッシュと一致しません。"), (code, errors));

        (code, _, errors) = await RunAsync(Day, next with { Previous = SlotLedger.Start, Digest = SlotLedger.Start });
        Assert.Equal((1, "2026-11-27: 前の日のファイルから続いていません。"), (code, errors));

        await File.WriteAllTextAsync(Path.Combine(folder, "other.json"), "{}");
        (code, _, errors) = await KominkanProcess.RunAsync(new Dictionary<string, string?>(), "ledger", "verify", Path.Combine(folder, "other.json"));
        Assert.Equal((1, "変更の記録の公開ファイル（kominkan-slot-ledger-1）ではありません。"), (code, errors));
    }

    [Fact]
    public async Task A_file_of_somewhere_else_is_not_what_the_database_holds()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "migrate")).ExitCode);
        var (code, output, _) = await KominkanProcess.RunAsync(database.Settings, "ledger", "verify");
        Assert.Equal(0, code);
        Assert.Contains("データベース  変更 0件", output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, "day.json"), Day.ToJson());
        (code, _, var errors) = await KominkanProcess.RunAsync(database.Settings, "ledger", "verify", Path.Combine(folder, "day.json"), "--database");

        Assert.Equal(1, code);
        Assert.Contains("公開された1番がありません。", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params PublishedLedgerDay[] days)
    {
        var files = new List<string>();
        foreach (var (n, day) in days.Index())
        {
            files.Add(Path.Combine(folder, $"{n}.json"));
            await File.WriteAllTextAsync(files[n], day.ToJson());
        }

        return await KominkanProcess.RunAsync(new Dictionary<string, string?>(), ["ledger", "verify", .. files]);
    }
}
