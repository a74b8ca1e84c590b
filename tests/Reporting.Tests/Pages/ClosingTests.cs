namespace Kominkan.Reporting.Tests.Pages;

public sealed class ClosingTests
{
    [Fact]
    public async Task A_closed_year_keeps_its_figures_until_it_is_opened_and_closed_again_with_a_reason()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await CloseAsync(office, 2013, 0);

        await app.AttendanceAsync("Z,2,2013-06-10,開催,60代,女,3");
        Assert.Equal((7L, 40L), await PreviousAndChangeAsync(app));
        var closed = await app.Visitor.ReportAsync(2013);
        Assert.Equal(7, closed.Value("hosted.participants"));
        Assert.Contains("いまの記録では10人です", closed["hosted.participants"].GetProperty("note").GetString(), StringComparison.Ordinal);

        await office.SubmitAsync(await office.OpenAsync("/staff/reports/reopen?fiscalYear=2013&month=0"));
        Assert.Equal((10L, 37L), await PreviousAndChangeAsync(app));

        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/reports/close?fiscalYear=2013&month=0"), new { Reason = "" });
        Assert.Equal(["締め直す理由を入れてください。"], refused.Errors);
        var listed = await office.SubmitAsync(refused, new { Reason = "6月の回の入力もれ" });
        Assert.Equal("/staff/reports/restatements", listed.Url.AbsolutePath);
        var rows = listed.Document.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Contains(rows, r => r.StartsWith("平成25年度|主催事業 参加者数|全館|7人|10人|6月の回の入力もれ|", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("平成25年度|主催事業 参加者数|大江公民館|7人|10人|", StringComparison.Ordinal));
        Assert.Equal((10L, 37L), await PreviousAndChangeAsync(app));
    }

    [Fact]
    public async Task A_snapshot_holds_the_city_its_wards_and_its_halls()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await CloseAsync(office, 2013, 0);
        await app.AttendanceAsync("Z,2,2013-06-10,開催,60代,女,3");
        Assert.Equal(7, (await app.Visitor.ReportAsync(2013, "?hall=3")).Value("hosted.participants"));
        Assert.Equal(7, (await app.Visitor.ReportAsync(2013, "?ward=" + Uri.EscapeDataString("中央区"))).Value("hosted.participants"));
        Assert.Equal(0, (await app.Visitor.ReportAsync(2013, "?hall=4")).Value("hosted.participants"));
    }

    [Fact]
    public async Task A_month_is_closed_by_itself_and_a_period_that_is_not_over_cannot_be()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await CloseAsync(office, 2014, 5);
        await app.AttendanceAsync("A,3,2014-05-20,開催,60代,女,9");
        Assert.Contains("8人", (await office.OpenAsync("/staff/reports/monthly/2014-05")).Text, StringComparison.Ordinal);
        Assert.Equal(56, (await app.Visitor.ReportAsync(2014)).Value("hosted.participants"));

        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/reports/close?fiscalYear=2026&month=11"));
        Assert.Equal(["令和8年11月はまだ終わっていません。終わってから締めてください。"], refused.Errors);
    }

    [Fact]
    public async Task A_double_press_closes_once()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/reports/close?fiscalYear=2013&month=0");
        await office.SubmitAsync(form);
        Assert.Equal(["平成25年度はもう締めてあります。"], (await office.SubmitAsync(form)).Errors);
    }

    private static async Task CloseAsync(Browser office, int year, int month)
    {
        var done = await office.SubmitAsync(await office.OpenAsync($"/staff/reports/close?fiscalYear={year}&month={month}"));
        Assert.Contains("締め済み", done.Text, StringComparison.Ordinal);
    }

    private static async Task<(long? Previous, long? Change)> PreviousAndChangeAsync(KominkanApp app)
    {
        var line = (await app.Visitor.ReportAsync(2014))["hosted.participants"];
        return (line.Number("previous"), line.Number("change"));
    }
}
