namespace Kominkan.Host.Tests.Commands;

public sealed class DrawVerifyTests : IDisposable
{
    private static readonly Dictionary<string, string?> Settings = [];

    private readonly string folder = Directory.CreateTempSubdirectory("kominkan-draw-").FullName;

    [Fact]
    public async Task Prints_the_order_and_whether_it_matches()
    {
        DrawEntry[] entries = [new("AAAA", 1, 1, true), new("BBBB", 2, 1, true), new("CCCC", 1, 3, false)];
        var results = Draw.Allot(2, Draw.Order("12345", entries));
        var draw = new PublishedDraw(Draw.Format, "はじめての陶芸", 1, 2, "1人1口", "試験の数", Draw.Hash(Draw.Format, 2, "試験の数", "1人1口", entries), entries, "12345", results);

        var (code, output, _) = await RunAsync(draw.ToJson());
        Assert.Equal(0, code);
        Assert.Contains("一致しました。", output, StringComparison.Ordinal);
        Assert.Contains($"   1  {results[0].Code}", output, StringComparison.Ordinal);

        (code, _, var errors) = await RunAsync((draw with { Results = [.. results.Reverse()] }).ToJson());
        Assert.Equal(1, code);
        Assert.Contains("計算し直したものと一致しません。", errors, StringComparison.Ordinal);

        (code, _, errors) = await RunAsync((draw with { Rule = "1人2口" }).ToJson());
        Assert.Equal((1, "申込一覧か決め方が、締切時に公開されたハッシュと一致しません。"), (code, errors));

        (code, _, errors) = await RunAsync("{}");
        Assert.Equal((1, "抽選の公開ファイル（kominkan-draw-2）ではありません。"), (code, errors));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string json)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "draw.json"), json);
        return await KominkanProcess.RunAsync(Settings, "draw", "verify", Path.Combine(folder, "draw.json"));
    }
}
