using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// The main job from end to end: a clerk plans a course, residents find it and apply without JavaScript, a draw is held and
/// replayed, a seat goes on, heads are counted, and the report moves. Every page on the way passes axe and fits the window.
/// </summary>
public sealed class MainJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "ashita-no-manabi-no-niwa";

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task From_a_plan_to_the_report(int width)
    {
        await using var app = await KominkanApp.StartAsync(b => b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1));
        await app.FillSampleAsync();
        await using var staff = await chromium.VisitAsync(app, width: width);

        var course = await PlanAsync(staff);
        var before = await HostedCoursesAsync(staff);

        // Three residents apply on the web, one on the telephone, for two seats.
        var residents = new List<(Visit Visit, string Receipt, string Phone)>();
        foreach (var (n, kana) in new[] { (1, "アイ"), (2, "ウミ"), (3, "エミ") })
        {
            var visit = await chromium.VisitAsync(app, javaScript: false, width: width);
            residents.Add((visit, await ApplyAsync(visit, kana, $"090-0000-000{n}"), $"090-0000-000{n}"));
        }

        await TakeByPhoneAsync(staff, course);

        // The window closes, the hash stands in public, the seed is typed in, everybody can replay it.
        app.Clock.Advance(new DateTimeOffset(2026, 11, 30, 17, 5, 0, TimeSpan.FromHours(9)) - app.Clock.GetUtcNow());
        await app.RunJobAsync("courses.settle");
        app.Clock.Advance(TimeSpan.FromDays(1));
        var draw = await DrawAsync(staff, course);
        var file = await residents[0].Visit.Page.APIRequest.GetAsync($"{app.Address}{draw}.json");
        Assert.Empty(PublishedDraw.Parse(await file.TextAsync()).Differences());

        // Somebody who won gives the seat back; the first who waits is offered it.
        var won = 0;
        foreach (var (visit, receipt, phone) in residents)
        {
            await LookUpAsync(visit, receipt, phone);
            if (won == 0 && await visit.Page.GetByText("参加が決まりました").CountAsync() > 0)
            {
                won++;
                await visit.Page.GetByRole(AriaRole.Link, new() { Name = "申し込みを取り消す" }).ClickAsync();
                await visit.CheckAsync();
                await visit.Page.GetByRole(AriaRole.Button, new() { Name = "取り消す" }).ClickAsync();
                await visit.CheckAsync();
                await Assertions.Expect(visit.Page.GetByText("申し込みを取り消しました。")).ToBeVisibleAsync();
            }
        }

        Assert.Equal(1, won);
        await HoldAsync(app, staff, course);

        Assert.Equal(before + 1, await HostedCoursesAsync(staff));
        foreach (var (visit, _, _) in residents)
        {
            await visit.DisposeAsync();
        }
    }

    private static async Task SignInAsync(Visit staff)
    {
        await staff.Page.GotoAsync("/staff/sign-in");
        await staff.CheckAsync();
        await staff.Page.FillAsync("[name='Input.Name']", "kancho01");
        await staff.Page.FillAsync("[name='Input.Password']", Password);
        await PressAsync(staff, "サインイン");
        await Assertions.Expect(staff.Page).ToHaveURLAsync(new Regex("/staff$"));
    }

    private static async Task<string> PlanAsync(Visit staff)
    {
        await SignInAsync(staff);
        await staff.OpenAsync("/staff/courses/new");
        await staff.Page.FillAsync("[name='Input.Title']", "冬の陶芸　菓子鉢をつくる");
        await staff.Page.SelectOptionAsync("[name='Input.HallId']", new SelectOptionValue { Label = "中央公民館" });
        await staff.Page.CheckAsync("[name='Input.ProgramType'][value='hosted-course']");
        await PressAsync(staff, "作って内容を入力する");
        await staff.Page.CheckAsync("[name='Input.Intake'][value='Draw']");
        await staff.Page.FillAsync("[name='Input.OpensAt']", "2026-11-23T09:00");
        await staff.Page.FillAsync("[name='Input.ClosesAt']", "2026-11-30T17:00");
        await staff.Page.FillAsync("[name='Input.Capacity']", "2");
        await PressAsync(staff, "保存する");
        var course = Regex.Match(staff.Page.Url, "/staff/courses/[0-9a-f-]{36}").Value;

        await staff.OpenAsync($"{course}/sessions/new");
        await staff.Page.FillAsync("[name='Input.Date']", "2026-12-12");
        await staff.Page.FillAsync("[name='Input.From']", "10:00");
        await staff.Page.FillAsync("[name='Input.To']", "12:00");
        await PressAsync(staff, "足す");
        await staff.OpenAsync($"{course}/publish");
        await PressAsync(staff, "この内容で公開する");
        return course;
    }

    private static async Task<string> ApplyAsync(Visit resident, string kana, string phone)
    {
        await resident.OpenAsync("/");
        await resident.OpenAsync("/courses");
        await resident.Page.FillAsync("[name=q]", "陶芸 菓子鉢");
        await PressAsync(resident, "さがす");
        await FollowAsync(resident, "冬の陶芸　菓子鉢をつくる");
        await FollowAsync(resident, "申し込む");

        // First with something forgotten: the page says so and keeps the rest.
        await resident.Page.FillAsync("[name='Input.People[0].FamilyName']", "山﨑");
        await PressAsync(resident, "確認へ進む");
        await Assertions.Expect(resident.Page.Locator(".error-summary")).ToBeVisibleAsync();
        Assert.Equal("山﨑", await resident.Page.InputValueAsync("[name='Input.People[0].FamilyName']"));
        Assert.StartsWith("エラー：", await resident.Page.TitleAsync());

        await resident.Page.FillAsync("[name='Input.People[0].GivenName']", "愛");
        await resident.Page.FillAsync("[name='Input.People[0].FamilyKana']", "やまさき");
        await resident.Page.FillAsync("[name='Input.People[0].GivenKana']", kana);
        await resident.Page.SelectOptionAsync("[name='Input.People[0].Birth.Era']", "昭和");
        await resident.Page.FillAsync("[name='Input.People[0].Birth.Year']", "40");
        await resident.Page.FillAsync("[name='Input.People[0].Birth.Month']", "５");
        await resident.Page.FillAsync("[name='Input.People[0].Birth.Day']", "6");
        await resident.Page.CheckAsync("[name='Input.People[0].Gender'][value='女']");
        await resident.Page.FillAsync("[name='Input.Phone']", phone);
        await resident.Page.CheckAsync("[name='Input.Agree']");
        await PressAsync(resident, "確認へ進む");
        await PressAsync(resident, "この内容で申し込む");
        await Assertions.Expect(resident.Page.GetByText("抽選の申し込みを受け付けました")).ToBeVisibleAsync();
        return Regex.Match(await resident.Page.InnerTextAsync("main"), @"\d{4}-\d{4}").Value;
    }

    private static async Task TakeByPhoneAsync(Visit staff, string course)
    {
        await staff.OpenAsync($"{course}/applications/new");
        await staff.Page.CheckAsync("[name='Input.Channel'][value='Phone']");
        await staff.Page.FillAsync("[name='Input.People[0].FamilyName']", "田中");
        await staff.Page.FillAsync("[name='Input.People[0].GivenName']", "清");
        await staff.Page.FillAsync("[name='Input.People[0].FamilyKana']", "たなか");
        await staff.Page.FillAsync("[name='Input.People[0].GivenKana']", "きよし");
        await staff.Page.FillAsync("[name='Input.People[0].Birth']", "S22.3.1");
        await staff.Page.FillAsync("[name='Input.Phone']", "096-000-0001");
        await PressAsync(staff, "申し込む");
        await Assertions.Expect(staff.Page.GetByText("申し込みを受け付けました")).ToBeVisibleAsync();
        await staff.OpenAsync($"{course}/applications");
        await Assertions.Expect(staff.Page.GetByText("096-000-0001")).ToBeVisibleAsync();
    }

    /// <returns>Address of the public page of the draw.</returns>
    private static async Task<string> DrawAsync(Visit staff, string course)
    {
        await SignInAsync(staff);
        await staff.OpenAsync($"{course}/draw");
        await staff.Page.FillAsync("[name='Input.Seed']", new string('7', 64));
        await PressAsync(staff, "この数で抽選する");
        await staff.OpenAsync($"{course}/draw");
        var draw = (await staff.Page.Locator("a[href^='/draws/']").First.GetAttributeAsync("href"))!;
        await staff.OpenAsync(draw);
        await Assertions.Expect(staff.Page.GetByText("公開した結果と一致しました")).ToBeVisibleAsync();
        await staff.OpenAsync($"{course}/confirm");
        await PressAsync(staff, "開講を決める");
        return draw;
    }

    private static async Task LookUpAsync(Visit resident, string receipt, string phone)
    {
        await resident.OpenAsync("/applications");
        await resident.Page.FillAsync("[name='Input.Number']", receipt);
        await resident.Page.FillAsync("[name='Input.Phone']", phone);
        await PressAsync(resident, "照会する");
    }

    private static async Task HoldAsync(KominkanApp app, Visit staff, string course)
    {
        app.Clock.Advance(new DateTimeOffset(2026, 12, 12, 3, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await SignInAsync(staff);
        await staff.OpenAsync(course);
        var session = await staff.Page.Locator($"a[href*='{course}/sessions/']").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        var sheet = session.Select(s => Regex.Match(s, @"^/staff/courses/[0-9a-f-]{36}/sessions/[0-9a-f-]{36}").Value).First(s => s.Length > 0);
        await staff.OpenAsync($"{sheet}/sheet");
        await staff.OpenAsync($"{sheet}/attendance");
        foreach (var box in await staff.Page.Locator("[name='Input.Present']").AllAsync())
        {
            await box.CheckAsync();
        }

        await staff.Page.GetByText("人数でつける").ClickAsync();
        await staff.Page.GetByLabel("60代 女").FillAsync("3");
        await PressAsync(staff, "出席を保存する");
        app.Clock.Advance(TimeSpan.FromDays(1));
        await SignInAsync(staff);
        await staff.OpenAsync($"{course}/report");
        await staff.Page.FillAsync("[name='Input.Text']", "よい器ができました。");
        await PressAsync(staff, "報告する");
    }

    /// <summary>主催事業講座数 of the fiscal year, from the public report.</summary>
    private static async Task<int> HostedCoursesAsync(Visit visit)
    {
        await visit.OpenAsync("/reports/annual/2026");
        var figure = visit.Page.Locator(".key-figures li", new() { HasText = "主催事業講座数" }).Locator("b");
        return int.Parse(Regex.Replace(await figure.InnerTextAsync(), @"\D", ""), System.Globalization.CultureInfo.InvariantCulture);
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
