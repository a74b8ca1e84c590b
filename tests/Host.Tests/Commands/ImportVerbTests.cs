using System.Text.Json;

namespace Kominkan.Host.Tests.Commands;

public sealed class ImportVerbTests
{
    private const string Courses = "講座番号,館番号,種別,講座名,年度,備考\nA-1,1,hosted-course,はじめての陶芸,2014,x\nA-2,99,hosted-course,書道,2014,\n";

    [Fact]
    public async Task Wrong_usage_is_2_and_a_refusal_is_1_with_one_line_that_says_what_to_do()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var bare = await KominkanProcess.RunAsync(database.Settings, "import");
        Assert.Equal((2, "", "必要な引数がコマンドにありません: 'import'。\n使い方: Kominkan --help"), (bare.ExitCode, bare.Output, bare.Errors));

        await File.WriteAllTextAsync(Path.Combine(database.Folder, "a.csv"), Courses);
        var (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "import", "courses", Path.Combine(database.Folder, "a.csv"));
        Assert.Equal(1, code);
        Assert.EndsWith("先に Kominkan migrate を実行してください。", LastLine(errors), StringComparison.Ordinal);
        Assert.Equal(["a.csv"], Directory.GetFiles(database.Folder).Select(Path.GetFileName));

        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "migrate")).ExitCode);
        (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "import", "nothing", "x.csv");
        Assert.Equal(2, code);
        Assert.Contains("courses（講座）", errors, StringComparison.Ordinal);
        Assert.Contains("attendance（講座の出席）", errors, StringComparison.Ordinal);

        (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "import", "courses", Path.Combine(database.Folder, "missing.csv"));
        Assert.Equal((1, $"ファイル「{Path.Combine(database.Folder, "missing.csv")}」がありません。"), (code, LastLine(errors)));
    }

    [Fact]
    public async Task What_is_refused_is_json_too_where_json_is_asked_for()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var path = Path.Combine(database.Folder, "a.csv");
        Assert.EndsWith("先に Kominkan migrate を実行してください。", await RefusedAsync(1, "courses", path), StringComparison.Ordinal);
        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "migrate")).ExitCode);
        Assert.Equal($"ファイル「{path}」がありません。", await RefusedAsync(1, "courses", path));
        await File.WriteAllTextAsync(path, "");
        Assert.Equal("ファイルが空です。", await RefusedAsync(1, "courses", path));
        Assert.StartsWith("データの種類「nothing」はありません。", await RefusedAsync(2, "nothing", path), StringComparison.Ordinal);

        async Task<string> RefusedAsync(int code, string dataset, string file)
        {
            var (exitCode, output, errors) = await KominkanProcess.RunAsync(database.Settings, "import", dataset, file, "--dry-run", "--json");
            var sentence = JsonDocument.Parse(output).RootElement.GetProperty("refused").GetString()!;
            Assert.Equal((code, sentence), (exitCode, LastLine(errors)));
            return sentence;
        }
    }

    [Fact]
    public async Task Json_says_what_became_of_the_file()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "sample")).ExitCode);
        var path = Path.Combine(database.Folder, "a.csv");
        await File.WriteAllTextAsync(path, Courses);

        var (code, output, _) = await KominkanProcess.RunAsync(database.Settings, "import", "courses", path, "--json");
        Assert.Equal(1, code);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("courses", 2, 1, 0, 0, 1, 0), (report.GetProperty("dataset").GetString(), Number(report, "rows"), Number(report, "new"), Number(report, "update"), Number(report, "check"), Number(report, "error"), Number(report, "taken")));
        Assert.Equal("""{"row":3,"verdict":"エラー","reason":"館番号「99」の館はありません。"}""", report.GetProperty("messages")[0].GetRawText().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(Path.Combine(database.Folder, "a.result.csv"), report.GetProperty("resultFile").GetString());
        Assert.Equal("備考", report.GetProperty("unknownColumns")[0].GetString());
        Assert.True(File.Exists(Path.Combine(database.Folder, "a.result.csv")));

        (code, output, _) = await KominkanProcess.RunAsync(database.Settings, "import", "courses", path, "--accept-valid");
        Assert.Equal(0, code);
        Assert.Contains("エラーの1行を除き、1行を取り込みました。", output, StringComparison.Ordinal);
        Assert.Equal(1, await database.AskAsync($"""SELECT count(*) FROM {Planted.Table("courses", "Courses")} WHERE "Number" = 'A-1'"""));
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim();

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();
}
