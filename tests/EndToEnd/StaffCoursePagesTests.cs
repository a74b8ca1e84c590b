using System.Text.RegularExpressions;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.EndToEnd;

/// <summary>The staff's pages of courses with long names and with nothing, wide and narrow; and what comes out of the printer.</summary>
[Trait("Category", "Look")]
public sealed class StaffCoursePagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string LongTitle = "はじめての方も安心の親子でつくる陶芸とろくろ体験講座（小学生とその保護者のための秋の連続講座）ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ１２３４５６７８９０";

    [Fact]
    public async Task Are_accessible_and_fit_at_any_width()
    {
        await using var app = await KominkanApp.StartAsync();
        var full = await app.CourseAsync(new() { Title = LongTitle, GroupLimit = 2, Capacity = 2, SessionsInDays = [1, 8, 15] });
        var slip = await app.ApplicationAsync(full, new() { People = [["アレクサンドラマリアテレジア", "クリスティーナゾフィーエリザベート", "アレクサンドラマリアテレジア", "クリスティーナゾフィーエリザベート"], ["中村", "恵子", "ナカムラ", "ケイコ"]] });
        await app.ApplicationAsync(full, new() { OnPaper = true });
        var empty = await app.CourseAsync(new() { Title = "文化講演会", Type = "public-lecture", Intake = Intake.None, SessionsInDays = [1] });
        var draft = await app.CourseAsync(new() { Draft = true, SessionsInDays = [] });
        var drawn = await app.CourseAsync(new() { Intake = Intake.Draw, ClosesInDays = 0 });
        await app.ApplicationAsync(drawn);
        var (session, bare) = (await SessionAsync(app, full), await SessionAsync(app, empty));
        app.Clock.Advance(TimeSpan.FromDays(1.5));
        string[] urls =
        [
            "/staff/courses", "/staff/courses?q=ありません", "/staff/courses/new", $"/staff/courses/{full}", $"/staff/courses/{empty}", $"/staff/courses/{draft}", $"/staff/courses/{full}/edit",
            $"/staff/courses/{full}/sessions/new", $"/staff/courses/{full}/sessions/{session}", $"/staff/courses/{full}/sessions/{session}/cancel", $"/staff/courses/{draft}/publish",
            $"/staff/courses/{full}/confirm", $"/staff/courses/{full}/cancel", $"/staff/courses/{full}/report", $"/staff/courses/{full}/copy", $"/staff/courses/{full}/applications", $"/staff/courses/{draft}/applications",
            $"/staff/courses/{full}/applications/new", $"/staff/courses/{full}/applications/new?done={slip}", $"/staff/applications/{slip}", $"/staff/applications/{slip}/withdraw", $"/staff/applications/{slip}/answer",
            $"/staff/courses/{drawn}/draw", $"/staff/courses/{draft}/draw", $"/staff/courses/{full}/call-list", $"/staff/courses/{draft}/call-list", $"/staff/courses/{full}/roster", $"/staff/courses/{draft}/roster",
            $"/staff/courses/{full}/sessions/{session}/sheet", $"/staff/courses/{full}/sessions/{session}/attendance", $"/staff/courses/{empty}/sessions/{bare}/attendance",
        ];
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await chromium.LookAsync(app, manager, urls);
    }

    [Fact]
    public async Task Print_on_A4_with_twenty_lines_a_page_and_nothing_cut_off()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new() { Title = LongTitle, Capacity = 100, SessionsInDays = [1] });
        foreach (var i in Enumerable.Range(1, 45))
        {
            await app.ApplicationAsync(course, new() { People = [["勅使河原", $"真理子{i}", "テシガワラ", "マリコ"]], Phone = $"090-0000-01{i:00}" });
        }

        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await using var visit = await chromium.VisitAsync(app);
        await visit.SignInAsync(app, manager);
        Assert.Equal(4, await PagesAsync(visit, $"/staff/courses/{course}/sessions/{await SessionAsync(app, course)}/sheet"));
        Assert.InRange(await PagesAsync(visit, $"/staff/courses/{course}/roster"), 2, 3);
    }

    private static async Task<int> PagesAsync(Visit visit, string url)
    {
        await visit.Page.GotoAsync(url);
        var pdf = System.Text.Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Matches(@"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", pdf);
        return Regex.Count(pdf, @"/Type /Page\b(?!s)");
    }

    private static Task<Guid> SessionAsync(KominkanApp app, Guid course) =>
        app.DoAsync(s => s.GetRequiredService<CoursesDb>().Sessions.Where(x => x.CourseId == course).OrderBy(x => x.Number).Select(x => x.Id).FirstAsync());
}
