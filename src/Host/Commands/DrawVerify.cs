using System.CommandLine;

namespace Kominkan.Host.Commands;

/// <summary>Recomputes a draw from its public file alone; no database is needed.</summary>
internal static class DrawVerify
{
    public static Command Verb()
    {
        var file = new Argument<string>("FILE") { Description = "抽選のページから保存したファイル" };
        var verify = new Command("verify", "公開された抽選を、そのファイルだけから計算し直します") { file };
        verify.SetAction((parsed, cancellation) => RunAsync(Path.GetFullPath(parsed.GetRequiredValue(file)), cancellation));
        return new Command("draw", "抽選") { verify };
    }

    private static async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        var text = await Cli.ReadPublishedAsync(path, "抽選のページ", cancellation);
        var differences = PublishedRoomDraw.TryParse(text) is { } rooms ? Replay(rooms) : Replay(PublishedDraw.Parse(text));
        foreach (var difference in differences)
        {
            await Console.Error.WriteLineAsync(difference);
        }

        if (differences.Count == 0)
        {
            Console.WriteLine("一致しました。公開された順番と当選は、申込と乱数の種から計算したものと同じです。");
        }

        return differences.Count == 0 ? 0 : 1;
    }

    private static IReadOnlyList<string> Replay(PublishedDraw draw)
    {
        Console.WriteLine($"{draw.Course} 第{draw.Round}回抽選: 定員 {draw.Seats:N0}、申込 {draw.Entries.Count:N0}件");
        Console.WriteLine($"乱数の種: {draw.Seed ?? "（未定）"}（{draw.SeedSource}）");
        if (!string.IsNullOrEmpty(draw.Seed))
        {
            foreach (var (i, result) in Draw.Allot(draw.Seats, Draw.Order(draw.Seed, draw.Entries)).Index())
            {
                Console.WriteLine($"{i + 1,4}  {result.Code}  {(result.Seats > 0 ? $"当選 {result.Seats}人" : "待ち")}");
            }
        }

        return draw.Differences();
    }

    private static IReadOnlyList<string> Replay(PublishedRoomDraw draw)
    {
        Console.WriteLine($"{draw.Title} 部屋の抽選: 申込 {draw.Entries.Count:N0}件、当選は1件に{draw.Wins}つまで");
        Console.WriteLine($"乱数の種: {draw.Seed ?? "（未定）"}（{draw.SeedSource}）");
        if (!string.IsNullOrEmpty(draw.Seed) && draw.Taken is { } taken && draw.Entries.Select(e => e.Code).Distinct().Count() == draw.Entries.Count)
        {
            foreach (var (i, result) in RoomDraw.Allot(draw.Seed, draw.Wins, draw.Rooms, draw.Entries, taken).Index())
            {
                Console.WriteLine($"{i + 1,4}  {result.Code}  {(result.Won.Count > 0 ? $"当選 第{string.Join("、第", result.Won)}希望" : "待ち")}");
            }
        }

        return draw.Differences();
    }
}
