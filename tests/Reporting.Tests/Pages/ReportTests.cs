using System.Net;
using System.Text.Json;

namespace Kominkan.Reporting.Tests.Pages;

public sealed class ReportTests
{
    [Fact]
    public async Task Json_is_an_array_of_seven_names_in_order_with_kanji_as_themselves()
    {
        await using var app = await City.SmallAsync();
        var text = await app.Visitor.Http.GetStringAsync(new Uri("/reports/annual/2014.json", UriKind.Relative));
        Assert.Contains("\"label\": \"主催事業講座数\"", text, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(text);
        Assert.All(document.RootElement.EnumerateArray(), l => Assert.Equal(["key", "label", "unit", "value", "previous", "change", "note"], l.EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public async Task A_year_without_records_is_unknown_in_every_figure_and_says_so()
    {
        await using var app = await City.SmallAsync();
        var report = await app.Visitor.ReportAsync(2011);
        Assert.All(report.Where(l => !l.Key.StartsWith("halls.", StringComparison.Ordinal)), l => Assert.Null(l.Value.Number("value")));
        Assert.Contains("平成23年度の記録がありません", (await app.Visitor.OpenAsync("/reports/annual/2011")).Text, StringComparison.Ordinal);
        Assert.Null((await app.Visitor.ReportAsync(2013))["hosted.courses"].Number("change"));
    }

    [Fact]
    public async Task A_course_without_a_held_session_does_not_count_and_a_cancelled_session_has_nobody()
    {
        await using var app = await City.SmallAsync();
        await app.CoursesAsync("C,3,hosted-course,流れた講座,2014,20,先着,10,");
        await app.AttendanceAsync("C,1,2014-10-05,中止,不明,不明,0");
        var report = await app.Visitor.ReportAsync(2014);
        Assert.Equal((3L, 47L), (report.Value("hosted.courses"), report.Value("hosted.participants")));
    }

    [Fact]
    public async Task The_chart_has_a_dash_for_a_month_without_records()
    {
        await using var app = await City.SmallAsync();
        var rows = (await app.Visitor.OpenAsync("/reports/annual/2014")).Document.QuerySelectorAll("figure.chart tbody tr").ToDictionary(r => r.Children[0].TextContent, r => r.Children[1].TextContent);
        Assert.Equal(("8人", "－", "4人"), (rows["5月"], rows["7月"], rows["2月"]));
        Assert.DoesNotContain("0人", rows.Where(r => r.Key is not ("10月" or "2月")).Select(r => r.Value));
    }

    [Theory]
    [InlineData("/reports/annual/2014?hall=99")]
    [InlineData("/reports/annual/2014.json?ward=nowhere")]
    [InlineData("/reports/annual/1900")]
    public async Task Places_and_years_that_do_not_exist_are_not_found(string url)
    {
        await using var app = await City.SmallAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.OpenAsync(url)).Status);
    }

    [Fact]
    public async Task A_branch_is_counted_by_itself()
    {
        await using var app = await City.SmallAsync();
        Assert.Equal(1, (await app.Visitor.ReportAsync(2014, "?hall=17-1")).Value("hosted.courses"));
        Assert.Equal(0, (await app.Visitor.ReportAsync(2014, "?hall=17")).Value("hosted.courses"));
    }

    [Fact]
    public async Task Head_office_changes_what_a_figure_means_from_a_year_on()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/reports/definitions/lecture.courses");
        var saved = await office.SubmitAsync(form, new { FromYear = 2014, Label = "健康の講座", Programs = "*", Tags = "健康" });
        Assert.Equal("/staff/reports/definitions/lecture.courses", saved.Url.AbsolutePath);
        var report = await app.Visitor.ReportAsync(2014);
        Assert.Equal(("健康の講座", 1L, 0L), (report["lecture.courses"].GetProperty("label").GetString(), report.Value("lecture.courses"), report["lecture.courses"].Number("previous")));
        Assert.Contains("前年度とは数え方が違います", report["lecture.courses"].GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.Equal("教養講演会 講座数", (await app.Visitor.ReportAsync(2013))["lecture.courses"].GetProperty("label").GetString());

        form = await office.OpenAsync("/staff/reports/definitions/lecture.courses");
        var refused = await office.SubmitAsync(form, new { FromYear = 2015, Kind = "Sum", Measure = "" });
        Assert.Contains("数えるものを選んでください。", refused.Errors);
    }

    [Theory]
    [InlineData("Kind", "1", "種類を選んでください。")]
    [InlineData("Kind", "Sum,Share", "種類を選んでください。")]
    [InlineData("Measure", "no.such", "「no.such」という数えるものはありません。")]
    [InlineData("Programs", "public-lecture；no-such", "「no-such」という種別はありません。")]
    [InlineData("Genders", "宇宙人", "「宇宙人」という性別はありません。")]
    [InlineData("AgeBands", "40代;50代", "「40代;50代」という年齢区分はありません。")]
    [InlineData("Parts", "no.such", "「no.such」という数字のキーはありません。")]
    public async Task A_meaning_that_names_what_is_not_there_is_refused(string field, string value, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/reports/definitions/lecture.courses"), new Dictionary<string, string> { ["Input." + field] = value });
        Assert.Equal([sentence], refused.Errors);
    }

    [Fact]
    public async Task A_sum_that_would_come_round_to_itself_is_refused_and_reports_go_on()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/reports/definitions/hosted.participants");
        var refused = await office.SubmitAsync(form, new { Kind = "Composite", Parts = "lecture.participants; usage.total.users" });
        Assert.Equal(["合計がひと回りして、この数字自身を含みます。キーを確かめてください。"], refused.Errors);
        Assert.Equal("lecture.participants; usage.total.users", refused.Find("[name='Input.Parts']").GetAttribute("value"));
        Assert.Equal(47, (await app.Visitor.ReportAsync(2014)).Value("hosted.participants"));
    }

    [Fact]
    public async Task Only_head_office_closes_and_defines()
    {
        await using var app = await City.SmallAsync();
        var manager = await app.SignInAsync(RoleKeys.HallManager, hallNo: "3");
        foreach (var url in new[] { "/staff/reports/close?fiscalYear=2014&month=0", "/staff/reports/definitions", "/staff/reports/reopen?fiscalYear=2014&month=0" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await manager.OpenAsync(url)).Status);
        }
    }
}
