using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// The residents' main job in a browser whose scripting is switched off, on the smallest telephone. MainJobTests walks the
/// same pages with the scripts' files blocked, so that axe can look at them.
/// </summary>
public sealed class NoScriptTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_resident_finds_a_course_applies_looks_it_up_and_gives_the_place_back_without_scripting()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.CourseAsync(new() { Title = "冬の陶芸　菓子鉢をつくる", GroupLimit = 2 });
        await using var visit = await chromium.VisitAsync(app, width: 320, scripting: false);
        var page = visit.Page;

        await visit.OpenAsync("/");
        await visit.OpenAsync("/courses");
        await page.FillAsync("[name=q]", "陶芸 菓子鉢");
        await PressAsync(visit, "さがす");
        await FollowAsync(visit, "冬の陶芸　菓子鉢をつくる");
        await FollowAsync(visit, "申し込む");
        await FollowAsync(visit, "2人");

        // Sent half filled: what to mend is said at the top, and what was typed stands.
        await FillAsync(page, 0, "愛", "アイ", "40");
        await PressAsync(visit, "確認へ進む");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        Assert.Equal("愛", await page.InputValueAsync("[name='Input.People[0].GivenName']"));

        await FillAsync(page, 0, "愛", "アイ", "40");
        await FillAsync(page, 1, "海", "ウミ", "42");
        await page.FillAsync("[name='Input.Phone']", "090-0000-0001");
        await page.CheckAsync("[name='Input.Agree']");
        await PressAsync(visit, "確認へ進む");
        await Assertions.Expect(page.GetByText("山﨑 海")).ToBeVisibleAsync();
        await PressAsync(visit, "この内容で申し込む");
        await Assertions.Expect(page.GetByText("参加が決まりました").First).ToBeVisibleAsync();
        var receipt = Regex.Match(await page.InnerTextAsync("main"), @"\d{4}-\d{4}").Value;

        await visit.OpenAsync("/applications");
        await page.FillAsync("[name='Input.Number']", receipt);
        await page.FillAsync("[name='Input.Phone']", "090-0000-0001");
        await PressAsync(visit, "照会する");
        await FollowAsync(visit, "申し込みを取り消す");
        await PressAsync(visit, "取り消す");
        await Assertions.Expect(page.GetByText("申し込みを取り消しました。")).ToBeVisibleAsync();
    }

    private static async Task FillAsync(IPage page, int person, string given, string kana, string year)
    {
        var at = $"Input.People[{person}]";
        await page.FillAsync($"[name='{at}.FamilyName']", "山﨑");
        await page.FillAsync($"[name='{at}.GivenName']", given);
        await page.FillAsync($"[name='{at}.FamilyKana']", "やまさき");
        await page.FillAsync($"[name='{at}.GivenKana']", kana);
        await page.SelectOptionAsync($"[name='{at}.Birth.Era']", "昭和");
        await page.FillAsync($"[name='{at}.Birth.Year']", year);
        await page.FillAsync($"[name='{at}.Birth.Month']", "5");
        await page.FillAsync($"[name='{at}.Birth.Day']", "6");
        await page.CheckAsync($"[name='{at}.Gender'][value='女']");
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await visit.CheckAsync();
    }

    private static async Task FollowAsync(Visit visit, string link)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();
        await visit.CheckAsync();
    }
}
