using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>A room found by time and booked on the smallest telephone, with scripting switched off; the pages on the way, wide and narrow.</summary>
public sealed class FindRoomTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Search = "/rooms/find?from=2026-12-01&to=2026-12-26&day=Saturday&band=午後&people=20";

    [Fact]
    public async Task A_resident_finds_a_saturday_afternoon_for_twenty_and_books_it_without_scripting()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.BookingRulesAsync();
        await using var visit = await chromium.VisitAsync(app, width: 320, scripting: false);
        var page = visit.Page;

        await visit.OpenAsync("/rooms");
        await FollowAsync(visit, "時間や人数から部屋をさがす");
        await page.FillAsync("[name=From]", "2026-12-01");
        await page.FillAsync("[name=To]", "2026-12-26");
        await page.CheckAsync("[name=Day][value=Saturday]");
        await page.SelectOptionAsync("[name=Band]", "午後");
        await page.FillAsync("[name=People]", "20");
        await PressAsync(visit, "さがす");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "いま予約できる時間" })).ToBeInViewportAsync();
        await FollowAsync(visit, "予約へ進む、");
        await PressAsync(visit, "次へ進む");
        foreach (var (name, value) in new[] { ("GroupName", "みどり書道会"), ("FamilyName", "中村"), ("FamilyKana", "なかむら"), ("Phone", "090-0000-0001"), ("Purpose", "書道の練習"), ("People", "20") })
        {
            await page.FillAsync($"[name='Input.{name}']", value);
        }

        await page.SelectOptionAsync("[name='Input.Tie']", $"{GivenRooms.Tie}");
        await page.SelectOptionAsync("[name='Input.PurposeKind']", GivenRooms.PurposeKind);
        await page.CheckAsync("[name='Input.Promise']");
        await page.CheckAsync("[name='Input.Agree']");
        await PressAsync(visit, "確認へ進む");
        await PressAsync(visit, "この内容で予約する");

        await Assertions.Expect(page.GetByText("部屋の予約を受け付けました").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_pages_on_the_way_are_accessible_and_fit()
    {
        await using var app = await KominkanApp.StartAsync();
        var permit = await app.PermitAsync(await app.HireAsync(new()));
        var found = await app.Visitor.OpenAsync(Search);
        var room = found.Find("main tbody a[href*='week=']").GetAttribute("href")!.Split('?')[0];

        await chromium.LookAsync(app, null, [Search, "/rooms/find?people=4999", $"{room}/month?month=2026-12", $"{room}/next", permit], javaScript: false);
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.CheckAsync();
    }

    private static async Task FollowAsync(Visit visit, string link)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await visit.CheckAsync();
    }
}
