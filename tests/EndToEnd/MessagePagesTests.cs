using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// What people are told, in a browser, wide and narrow: the summary's preview and its stop switch, a job's switch, a
/// resident's お知らせ箱 and its language, and the list of calls.
/// </summary>
[Trait("Category", "Look")]
public sealed class MessagePagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Reminders = "notifications.reminders";

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task The_office_previews_and_stops_and_the_clerk_ticks_calls_off(int width)
    {
        var (app, _) = await Postbox.AppAsync();
        await using var running = app;
        var course = await app.CourseAsync(new() { Title = "はじめての方も安心の親子でつくる陶芸とろくろ体験講座（小学生とその保護者のための秋の連続講座）" });
        await app.ApplicationAsync(course, new() { People = [["勅使河原", "真理子", "テシガワラ", "マリコ"]], Phone = "090-0000-0101" });
        await app.ApplicationAsync(course, new() { Phone = "090-0000-0102" });
        await PastAsync(app);
        await using var office = await SignedInAsync(app, await app.SignInAsync(RoleKeys.HeadOffice), width);

        await office.OpenAsync("/staff/subscriptions");
        await Assertions.Expect(office.Page.GetByText("届け先はまだありません")).ToBeVisibleAsync();
        await office.OpenAsync("/staff/subscriptions/new");
        await office.Page.FillAsync("[name='Input.Name']", "熊本市教育委員会事務局 生涯学習課長");
        await office.Page.FillAsync("[name='Input.Mail']", "shogai-gakushu-kacho@city.kumamoto.example.jp");
        await office.Page.SelectOptionAsync("[name='Input.Place']", "city");
        await PressAsync(office, "保存する");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "下見する" }).ClickAsync();
        await office.CheckAsync();
        await Assertions.Expect(office.Page.GetByText("令和8年12月1日（火）")).ToBeVisibleAsync();
        await Assertions.Expect(office.Page.GetByRole(AriaRole.Heading, new() { Name = "熊本市 令和8年10月のまとめ" })).ToBeVisibleAsync();
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "止める" }).ClickAsync();
        await office.CheckAsync();
        await PressAsync(office, "定期便を止める");
        await Assertions.Expect(office.Page.Locator("tbody").GetByText("停止")).ToBeVisibleAsync();

        await office.OpenAsync("/staff/jobs");
        await office.OpenAsync($"/staff/jobs/{Reminders}");
        await office.Page.GetByRole(AriaRole.Link, new() { Name = "止める", Exact = true }).ClickAsync();
        await PressAsync(office, "この仕事を止める");
        await Assertions.Expect(office.Page.GetByText("試験 太郎が止めました")).ToBeVisibleAsync();
        await office.OpenAsync($"/staff/jobs/{Reminders}/resume");
        await PressAsync(office, "また動かす");
        await office.OpenAsync("/staff/texts/courses.enrolled/english");
        await office.OpenAsync("/staff/rules");
        await office.OpenAsync("/staff/rules/notifications.until");
        await office.Page.FillAsync("[name='Input.Value']", "24");
        await PressAsync(office, "この決まりにする");
        await Assertions.Expect(office.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await office.OpenAsync("/staff/reports/plans");
        await office.OpenAsync("/staff/reports/plans/2026/1");

        await using var clerk = await SignedInAsync(app, await app.SignInAsync(RoleKeys.Counter, "1"), width);
        await clerk.OpenAsync("/staff/calls");
        await Assertions.Expect(clerk.Page.GetByText("勅使河原 真理子")).ToBeVisibleAsync();
        await clerk.Page.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await PressAsync(clerk, "印を付けた方を連絡済みにする");
        await Assertions.Expect(clerk.Page.GetByText("1件を連絡済みにしました。")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_resident_reads_what_was_said_in_the_language_they_chose(int width)
    {
        var (app, post) = await Postbox.AppAsync();
        await using var running = app;
        var (first, second) = (await app.CourseAsync(new() { Title = "はじめての陶芸" }), await app.CourseAsync(new() { Title = "夜の書道" }));
        using var browser = app.NewBrowser();
        await post.ComeInAsync(app, browser, "keiko@example.jp");
        await browser.ApplyAsync(first, changes: new Dictionary<string, string> { ["By"] = "Mail", ["Mail"] = "keiko@example.jp" });
        await using var resident = await SignedInAsync(app, browser, width);
        await resident.OpenAsync("/my");
        await Assertions.Expect(resident.Page.GetByRole(AriaRole.Heading, new() { Name = "はじめての陶芸 参加が決まりました" })).ToBeVisibleAsync();
        await resident.Page.GetByRole(AriaRole.Link, new() { Name = "お知らせのことば" }).ClickAsync();
        await resident.CheckAsync();
        await resident.Page.GetByLabel("English").CheckAsync();
        await PressAsync(resident, "このことばにする");
        await browser.ApplyAsync(second, 2, new Dictionary<string, string> { ["By"] = "Mail", ["Mail"] = "keiko@example.jp" });
        await resident.OpenAsync("/my");
        await Assertions.Expect(resident.Page.Locator("article[lang=en]").GetByText("Your place is confirmed.")).ToBeVisibleAsync();
        await Assertions.Expect(resident.Page.Locator("article[lang=ja]")).ToHaveCountAsync(1);
        await app.RunJobAsync("notifications.send");
        Assert.Contains(post.Letters, l => l.To == "keiko@example.jp" && l.Body.Contains("Your place is confirmed.", StringComparison.Ordinal));
    }

    /// <summary>Months as earlier summaries kept them, so that there is a line to draw.</summary>
    private static Task PastAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<NotificationsDb>();
        db.Snapshots.AddRange(Enumerable.Range(1, 6).Select(m => new MonthlySnapshot("", new DateOnly(2026, 10 - m, 1), "hosted.participants", 1000 * m)));
        await db.SaveChangesAsync();
    });

    private async Task<Visit> SignedInAsync(KominkanApp app, Browser browser, int width)
    {
        var visit = await chromium.VisitAsync(app, width: width);
        await visit.SignInAsync(app, browser);
        return visit;
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.CheckAsync();
    }
}
