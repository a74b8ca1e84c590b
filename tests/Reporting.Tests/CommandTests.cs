using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Kominkan.Reporting.Tests;

/// <summary>The verbs as a person at a terminal runs them, on a file of their own.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kominkan-report-");

    [Fact]
    public async Task Sample_full_then_report_annual_prints_the_published_figures_as_clean_json()
    {
        Assert.Equal(0, (await RunAsync("sample", "--full", "--fiscal-year", "2014")).Code);
        var (code, output, _) = await RunAsync("report", "annual", "2014", "--format", "json");
        Assert.Equal(0, code);
        using var report = JsonDocument.Parse(output);
        var lines = report.RootElement.EnumerateArray().ToDictionary(l => l.GetProperty("key").GetString()!);
        foreach (var key in new[] { "hosted.courses", "hosted.participants", "lecture.courses", "lecture.participants" })
        {
            Assert.Equal((key, (long)Printed.H26(key), (long)Printed.H25(key)), (key, lines[key].Number("value"), lines[key].Number("previous")));
        }

        var (refused, _, sentence) = await RunAsync("sample", "--full");
        Assert.Equal((1, "データベースにはもうデータがあります。空のデータベースを指定してください。"), (refused, sentence.Trim()));
        Assert.Equal(1, (await RunAsync("report", "annual", "2014", "--hall", "99")).Code);
        Assert.Contains("教養講演会 講座数", (await RunAsync("report", "monthly", "2014-10")).Output, StringComparison.Ordinal);

        var file = Path.Combine(folder.FullName, "report.xlsx");
        Assert.Equal(0, (await RunAsync("report", "annual", "2014", "--out", file)).Code);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file))[..2]);
    }

    [Theory]
    [InlineData("annual", "heisei26")]
    [InlineData("monthly", "2014-13")]
    [InlineData("annual", "2014", "--format", "pdf")]
    public async Task Wrong_usage_ends_with_2_and_a_sentence(params string[] arguments)
    {
        var (code, output, error) = await RunAsync(["report", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("指定してください", error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kominkan.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["ConnectionStrings__Kominkan"] = "Data Source=" + Path.Combine(folder.FullName, "kominkan.db");
        start.Environment["Keys__Path"] = Path.Combine(folder.FullName, "keys");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
