namespace Kominkan.Host.Tests;

/// <summary>Wrong settings stop the start with one line that names the setting; exit codes are 0, 1 and 2.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:Provider", "1")]
    [InlineData("ConnectionStrings:Kominkan", "Dta Source=x")]
    [InlineData("ConnectionStrings:Kominkan", "Data Source=:memory:")]
    [InlineData("Site:BaseUrl", "kominkan.example.jp")]
    [InlineData("Site:BaseUrl", null)]
    [InlineData("Modules:Courses:Enabled", "nein")]
    [InlineData("Plugins:Path", "/no/such/folder")]
    public async Task A_wrong_setting_is_named_in_one_line(string setting, string? value)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var settings = database.Settings;
        settings[setting] = value;
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(settings, "migrate");
        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.DoesNotContain('\n', errors);
        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PostgreSQL_needs_its_connection_string()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var settings = database.Settings;
        settings["Database:Provider"] = "Postgres";
        settings["ConnectionStrings:Kominkan"] = "";
        var (exitCode, _, errors) = await KominkanProcess.RunAsync(settings, "migrate");
        Assert.Equal(1, exitCode);
        Assert.Contains("ConnectionStrings__Kominkan", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_line_too()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var settings = database.Settings;
        settings["Database:Provider"] = "Postgres";
        settings["ConnectionStrings:Kominkan"] = "Host=127.0.0.1;Port=1;Username=nobody;Database=nothing";
        var (exitCode, _, errors) = await KominkanProcess.RunAsync(settings, "migrate");
        Assert.Equal(1, exitCode);
        Assert.DoesNotContain('\n', errors);
        Assert.Contains("ConnectionStrings__Kominkan", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("認識されないコマンドまたは引数 'no-such-verb'。", "no-such-verb")]
    [InlineData("認識されないコマンドまたは引数 '--no-such-option'。", "migrate", "--no-such-option")]
    [InlineData("必要な引数がコマンドにありません: 'import'。", "import", "courses")]
    [InlineData("年度は西暦で指定してください（平成26年度は 2014）。", "report", "annual", "平成26")]
    [InlineData("必要なコマンドが指定されませんでした。", "draw")]
    public async Task Wrong_usage_is_told_in_Japanese(string sentence, params string[] arguments)
    {
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(new Dictionary<string, string?>(), arguments);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(sentence, errors.Split('\n'));
    }

    [Theory]
    [InlineData(2, "no-such-verb")]
    [InlineData(2, "migrate", "--no-such-option")]
    [InlineData(0, "--help")]
    [InlineData(0, "migrate", "--help")]
    public async Task Wrong_usage_is_told_apart_from_refusal(int expected, params string[] arguments)
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var (exitCode, output, errors) = await KominkanProcess.RunAsync(database.Settings, arguments);
        Assert.Equal(expected, exitCode);
        Assert.NotEmpty(expected == 0 ? output : errors);
    }
}
