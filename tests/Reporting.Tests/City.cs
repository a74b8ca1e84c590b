using System.Text.Json;

namespace Kominkan.Reporting.Tests;

/// <summary>Ways of these tests to speak of the city's records and reports.</summary>
internal static class City
{
    public static Task CoursesAsync(this KominkanApp app, params string[] rows) => app.ImportAsync("courses", "講座番号,館番号,種別,講座名,年度,定員,申込方法,申込者数,タグ", rows);

    public static Task AttendanceAsync(this KominkanApp app, params string[] rows) => app.ImportAsync("attendance", "講座番号,回,開催日,状態,年齢区分,性別,延べ人数", rows);

    /// <summary>The program with the sample city's halls, two courses and a lecture of 2014, one course of 2013.</summary>
    public static async Task<KominkanApp> SmallAsync()
    {
        var app = await KominkanApp.StartAsync();
        await app.FillHallsAsync();
        await app.CoursesAsync(
            "A,3,hosted-course,ヨガ,2014,20,先着,10,健康", "B,17-1,hosted-course,書道,2014,20,先着,10,", "L,3,public-lecture,講演,2014,100,申込不要,0,", "Z,3,hosted-course,ヨガ,2013,20,先着,10,健康");
        await app.AttendanceAsync(
            "A,1,2014-05-10,開催,60代,女,6", "A,1,2014-05-10,開催,小1-2,男,2", "A,2,2014-06-10,開催,60代,女,5", "B,1,2015-02-10,開催,不明,不明,4", "B,2,2015-02-17,中止,不明,不明,0",
            "L,1,2014-10-10,開催,40代,男,30", "Z,1,2013-05-10,開催,60代,女,7");
        return app;
    }

    public static async Task<Dictionary<string, JsonElement>> ReportAsync(this Browser browser, int year, string query = "")
    {
        using var document = JsonDocument.Parse(await browser.Http.GetStringAsync(new Uri($"/reports/annual/{year}.json{query}", UriKind.Relative)));
        return document.RootElement.Clone().EnumerateArray().ToDictionary(l => l.GetProperty("key").GetString()!);
    }

    public static long? Number(this JsonElement line, string name) => line.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetInt64() : null;

    public static long? Value(this Dictionary<string, JsonElement> report, string key) => report[key].Number("value");
}

/// <summary>One program with the two printed years, for all tests that only look, or put back what they change.</summary>
public sealed class FullYears : IAsyncLifetime
{
    public KominkanApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await KominkanApp.StartAsync();
        await App.FillYearsAsync(2014);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class FullYearsTests : ICollectionFixture<FullYears>
{
    public const string Name = "Full years";
}
