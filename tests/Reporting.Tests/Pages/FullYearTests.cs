using System.Text.Json;
using AngleSharp.Dom;

namespace Kominkan.Reporting.Tests.Pages;

[Collection(FullYearsTests.Name)]
public sealed class FullYearTests(FullYears years)
{
    private readonly KominkanApp app = years.App;

    [Fact]
    public async Task Every_printed_figure_of_hosted_programs_lectures_users_and_halls_comes_out_of_the_records()
    {
        var report = await app.Visitor.ReportAsync(2014);
        Assert.Equal(Printed.Figures.Select(f => f.GetProperty("key").GetString()), report.Keys);
        foreach (var figure in Printed.Figures)
        {
            var key = figure.GetProperty("key").GetString()!;
            if (key.Split('.')[0] is "hosted" or "lecture" or "profile" or "halls" || key == "usage.hire.users")
            {
                Assert.Equal((key, figure.Number("h26"), figure.Number("h25"), figure.Number("changeComputed")), (key, report[key].Number("value"), report[key].Number("previous"), report[key].Number("change")));
            }
            else if (key == "usage.hire.events")
            {
                // The booklet prints no number of the year before; the sample's is made up.
                Assert.Equal((25_902L, JsonValueKind.Number), (report[key].Number("value"), report[key].GetProperty("previous").ValueKind));
            }
            else
            {
                // Nobody counts these yet: unknown, and never zero.
                Assert.Equal((key, JsonValueKind.Null, JsonValueKind.Null), (key, report[key].GetProperty("value").ValueKind, report[key].GetProperty("change").ValueKind));
            }
        }
    }

    [Fact]
    public async Task The_page_carries_the_booklets_sentences()
    {
        var page = await app.Visitor.OpenAsync("/reports/annual/2014");
        Assert.Equal("平成26年度 事業報告", page.Heading);
        Assert.Contains("平成26年度は、主催事業講座数2,286件（前年度2,100件）、参加者数61,646人（前年度67,105人）で講座数186件増、参加者数5,459人減少した。", page.Text, StringComparison.Ordinal);
        Assert.Contains("平成26年度は、講座数91件（前年度121件）、参加者数10,050人（前年度10,365人）の講座を開催した。講座数では30件減、参加者数では315人減少した。", page.Text, StringComparison.Ordinal);
        Assert.Contains("女性の割合が70%（前年度66%）、男性の割合が30%（前年度34%）", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href^='/staff']"));
        Assert.Contains((await app.Visitor.OpenAsync("/reports")).Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/reports/annual/2014");
    }

    [Fact]
    public async Task Halls_and_wards_each_add_up_to_the_city()
    {
        var city = await app.Visitor.ReportAsync(2014);
        string[] wards = ["中央区", "東区", "西区", "南区", "北区"];
        string[] halls = [.. Enumerable.Range(1, 19).Select(n => $"{n}"), "17-1", "17-2"];
        foreach (var places in new[] { wards.Select(w => "?ward=" + Uri.EscapeDataString(w)), halls.Select(h => "?hall=" + h) })
        {
            var parts = new List<Dictionary<string, JsonElement>>();
            foreach (var place in places)
            {
                parts.Add(await app.Visitor.ReportAsync(2014, place));
            }

            foreach (var key in new[] { "hosted.courses", "hosted.participants", "lecture.courses", "lecture.participants", "usage.hire.events", "usage.hire.users" })
            {
                Assert.Equal((key, city.Value(key)), (key, parts.Sum(p => p.Value(key))));
            }
        }
    }

    [Fact]
    public async Task Months_add_up_to_the_year()
    {
        var staff = await app.SignInAsync(RoleKeys.HeadOffice);
        var (courses, people) = (0L, 0L);
        foreach (var month in Enumerable.Range(0, 12).Select(n => new DateOnly(2014, 4, 1).AddMonths(n)))
        {
            using var report = JsonDocument.Parse(await staff.Http.GetStringAsync(new Uri($"/staff/reports/monthly/{month:yyyy-MM}.json", UriKind.Relative)));
            courses += report.RootElement.EnumerateArray().Single(l => l.GetProperty("key").GetString() == "hosted.courses").Number("value")!.Value;
            people += report.RootElement.EnumerateArray().Single(l => l.GetProperty("key").GetString() == "hosted.participants").Number("value")!.Value;
        }

        Assert.Equal((Printed.H26("hosted.courses"), Printed.H26("hosted.participants")), (courses, people));
    }

    [Fact]
    public async Task One_session_more_or_less_moves_the_report_by_exactly_that()
    {
        var before = await app.Visitor.ReportAsync(2014);
        await app.CoursesAsync("NEW,5,public-lecture,新しい講演,2014,100,申込不要,0,");
        await app.AttendanceAsync("NEW,1,2014-07-05,開催,40代,男,17");
        var more = await app.Visitor.ReportAsync(2014);
        Assert.Equal(
            (before.Value("hosted.courses") + 1, before.Value("hosted.participants") + 17, before.Value("lecture.courses") + 1, before.Value("lecture.participants") + 17),
            (more.Value("hosted.courses"), more.Value("hosted.participants"), more.Value("lecture.courses"), more.Value("lecture.participants")));

        await app.AttendanceAsync("NEW,1,2014-07-05,開催,40代,男,18");
        Assert.Equal(more.Value("hosted.participants") + 1, (await app.Visitor.ReportAsync(2014)).Value("hosted.participants"));

        await app.AttendanceAsync("NEW,1,2014-07-05,中止,不明,不明,0");
        var less = await app.Visitor.ReportAsync(2014);
        Assert.Equal(before.Values.Select(l => l.Number("value")), less.Values.Select(l => l.Number("value")));
    }

    [Fact]
    public async Task Every_figure_leads_staff_to_the_rows_that_make_it()
    {
        var staff = await app.SignInAsync(RoleKeys.Counter);
        var page = await staff.OpenAsync("/reports/annual/2014?ward=" + Uri.EscapeDataString("東区"));
        var links = page.Document.QuerySelectorAll("main td a[href^='/staff/reports/rows']");
        Assert.Equal(12, links.Length);
        var link = links.Single(l => l.GetAttribute("href")!.Contains("lecture.participants", StringComparison.Ordinal));
        var rows = await staff.OpenAsync(link.GetAttribute("href")!);
        Assert.Contains("合計 " + link.TextContent, rows.Text, StringComparison.Ordinal);
        Assert.NotEmpty(rows.Document.QuerySelectorAll("tbody th a[href^='/staff/courses/']"));

        var csv = await staff.Http.GetStringAsync(new Uri(rows.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "CSV").GetAttribute("href")!, UriKind.Relative));
        var people = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Sum(l => int.Parse(l.TrimEnd().Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(link.TextContent, people.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) + "人");
    }

    [Fact]
    public async Task Rows_are_paged_and_a_share_shows_both_its_counts()
    {
        var staff = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Equal(50, (await staff.OpenAsync("/staff/reports/rows?key=hosted.courses&fiscalYear=2014&p=2")).Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("分かる人数", (await staff.OpenAsync("/staff/reports/rows?key=profile.gender.female&fiscalYear=2014")).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await staff.OpenAsync("/staff/reports/rows?key=nothing&fiscalYear=2014")).Status);
    }

    [Fact]
    public async Task A_hall_manager_sees_the_rows_of_the_own_hall_only()
    {
        var manager = await app.SignInAsync(RoleKeys.HallManager, hallNo: "3");
        var report = await app.Visitor.ReportAsync(2014, "?hall=3");
        var own = await manager.OpenAsync("/staff/reports/rows?key=hosted.courses&fiscalYear=2014");
        Assert.Contains($"合計 {report.Value("hosted.courses")}件", own.Text, StringComparison.Ordinal);
        Assert.Contains("担当の館の外の数字です", (await manager.OpenAsync("/staff/reports/rows?key=hosted.courses&fiscalYear=2014&hall=4")).Text, StringComparison.Ordinal);
        Assert.Contains("担当の館だけ", (await manager.OpenAsync("/staff/reports?fiscalYear=2014")).Text, StringComparison.Ordinal);
    }
}
