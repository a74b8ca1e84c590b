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

        // Neither the page of a coming month nor a form filled before it was closed has a button to press.
        var page = await office.OpenAsync("/staff/reports/close?fiscalYear=2026&month=11");
        Assert.Contains("令和8年11月はまだ終わっていません。終わってから締めてください。", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains("平成26年5月はもう締めてあります。", (await office.OpenAsync("/staff/reports/close?fiscalYear=2014&month=5")).Text, StringComparison.Ordinal);
        var form = await office.OpenAsync("/staff/reports/close?fiscalYear=2014&month=6");
        form.Find("main form[method=post]").SetAttribute("action", "/staff/reports/close?fiscalYear=2026&month=11");
        Assert.Equal(["令和8年11月はまだ終わっていません。終わってから締めてください。"], (await office.SubmitAsync(form)).Errors);
    }

    [Fact]
    public async Task Who_keys_attendance_into_a_closed_month_is_told_before_and_after_and_the_correction_is_on_record()
    {
        await using var app = await City.SmallAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var counter = await app.SignInAsync(RoleKeys.Counter, "3");
        var url = await AttendanceOfAsync(counter, 2014);
        Assert.DoesNotContain("締めてあります", (await counter.OpenAsync(url)).Text, StringComparison.Ordinal);
        await CloseAsync(office, 2014, 5);
        await CloseAsync(office, 2014, 0);

        var sheet = await counter.OpenAsync(url);
        Assert.Contains("平成26年5月と平成26年度の報告は、もう締めてあります。", sheet.Text, StringComparison.Ordinal);
        var saved = await counter.SubmitAsync(sheet, new Dictionary<string, string> { ["Input.Heads[0]"] = "4" });
        Assert.Contains("平成26年5月と平成26年度の報告は締めてあるため、数字は締め直すまで変わりません。", saved.Text, StringComparison.Ordinal);
        Assert.Equal(47, (await app.Visitor.ReportAsync(2014)).Value("hosted.participants")); // as closed
        Assert.Contains("もう締めてあります。", (await counter.OpenAsync(url + "/undo")).Text, StringComparison.Ordinal);

        var list = await office.OpenAsync("/staff/reports?fiscalYear=2014");
        Assert.Equal(2, list.Document.QuerySelectorAll("td[data-label='状態']").Count(c => c.TextContent.Contains("締めた後に記録が変わりました", StringComparison.Ordinal)));
        // Closed is closed on every page.
        var rows = list.Document.QuerySelectorAll("tbody tr").ToDictionary(r => r.Children[0].TextContent.Trim(), r => r.TextContent);
        Assert.Contains("8人", rows["平成26年5月"], StringComparison.Ordinal);
        Assert.Contains("47人", rows["平成26年度"], StringComparison.Ordinal);
        Assert.Contains((await app.Visitor.OpenAsync("/reports/annual/2014")).Document.QuerySelectorAll("figure.chart tbody tr"), r => r.Children[0].TextContent == "5月" && r.Children[1].TextContent == "8人");
        await office.SubmitAsync(await office.OpenAsync("/staff/reports/reopen?fiscalYear=2014&month=5"));
        var restated = await office.SubmitAsync(await office.OpenAsync("/staff/reports/close?fiscalYear=2014&month=5"), new { Reason = "出席簿が後から届いた" });
        Assert.Contains("出席簿が後から届いた", restated.Text, StringComparison.Ordinal);
        Assert.Contains("8人", restated.Text, StringComparison.Ordinal);
        Assert.Contains("12人", restated.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("締めてあります", (await counter.OpenAsync(await AttendanceOfAsync(counter, 2013))).Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task Hall_staff_are_told_that_they_see_their_halls_part_and_meet_no_link_they_may_not_follow()
    {
        await using var app = await City.SmallAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "3");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        const string url = "/staff/reports/rows?key=hosted.participants&fiscalYear=2014";
        var own = await manager.OpenAsync(url);
        Assert.Contains("全館のうち大江公民館", own.Text, StringComparison.Ordinal);
        Assert.Contains("担当の館（大江公民館）の記録だけです", own.Text, StringComparison.Ordinal);
        var foreign = await manager.OpenAsync(url + "&hall=17-1");
        Assert.Contains("担当の館の外の数字です", foreign.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0人", foreign.Text, StringComparison.Ordinal);
        var all = await office.OpenAsync(url);
        Assert.DoesNotContain("担当の館", all.Text, StringComparison.Ordinal);

        Assert.Null((await manager.OpenAsync("/staff/reports")).Document.QuerySelector("a[href='/staff/reports/definitions']"));
        Assert.NotNull((await office.OpenAsync("/staff/reports")).Document.QuerySelector("a[href='/staff/reports/definitions']"));
    }

    /// <summary>The page of the first session's attendance, as staff come to it from the rows behind a figure.</summary>
    private static async Task<string> AttendanceOfAsync(Browser staff, int year)
    {
        var rows = await staff.OpenAsync($"/staff/reports/rows?key=hosted.participants&fiscalYear={year}&hall=3");
        var course = await staff.OpenAsync(rows.Document.QuerySelectorAll("main a[href^='/staff/courses/']").First(a => a.TextContent.Contains("ヨガ", StringComparison.Ordinal)).GetAttribute("href")!);
        return course.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(h => h.EndsWith("/attendance", StringComparison.Ordinal));
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
