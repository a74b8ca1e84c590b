using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>
/// Rooms from end to end: a resident finds one on the smallest telephone and books it, a clerk takes a call, permits, takes
/// the money and closes the drawer, a circle gets its evenings, and a hall is emptied for an election. Every page on the way
/// is looked at.
/// </summary>
public sealed class RoomJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <param name="scripting">Off as in the browser's settings; on, axe looks at the pages, whose scripts are blocked.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_resident_finds_a_room_books_it_looks_it_up_and_gives_it_back_on_a_telephone(bool scripting)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.BookingRulesAsync();
        await using var visit = await chromium.VisitAsync(app, javaScript: false, width: 320, scripting: scripting);
        var page = visit.Page;

        await visit.OpenAsync("/");
        await visit.OpenAsync("/rooms");
        await page.SelectOptionAsync("[name=hall]", new SelectOptionValue { Label = "中央公民館" });
        await page.FillAsync("[name=date]", "2026-12-05");
        await PressAsync(visit, "表示する");
        await FollowAsync(visit, "空き、研修室1 午前を選ぶ");
        await PressAsync(visit, "次へ進む");
        await Assertions.Expect(page.GetByText("この部屋を午後0時15分まで取り置いています。")).ToBeVisibleAsync();

        // Sent half filled: what to mend is said at the top, and what was typed stands.
        await page.FillAsync("[name='Input.FamilyName']", "山﨑");
        await PressAsync(visit, "確認へ進む");
        await Assertions.Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        Assert.Equal("山﨑", await page.InputValueAsync("[name='Input.FamilyName']"));

        await page.FillAsync("[name='Input.GroupName']", "みどり書道会");
        await page.FillAsync("[name='Input.FamilyKana']", "やまさき");
        await page.FillAsync("[name='Input.Phone']", "090-0000-0001");
        await page.SelectOptionAsync("[name='Input.Tie']", $"{GivenRooms.Tie}");
        await page.SelectOptionAsync("[name='Input.PurposeKind']", GivenRooms.PurposeKind);
        await page.FillAsync("[name='Input.Purpose']", "書道の練習");
        await page.FillAsync("[name='Input.People']", "１２");
        await page.CheckAsync("[name='Input.Promise']");
        await page.CheckAsync("[name='Input.Agree']");
        await PressAsync(visit, "確認へ進む");
        await Assertions.Expect(page.GetByText("午前の使用料").First).ToBeVisibleAsync();
        await PressAsync(visit, "この内容で予約する");
        await Assertions.Expect(page.GetByText("部屋の予約を受け付けました").First).ToBeVisibleAsync();
        var receipt = Regex.Match(await page.InnerTextAsync("main"), @"\d{4}-\d{4}").Value;

        await visit.OpenAsync("/hires");
        await page.FillAsync("[name='Input.Number']", receipt);
        await page.FillAsync("[name='Input.Phone']", "09000000001");
        await PressAsync(visit, "照会する");
        await FollowAsync(visit, "予約を取り消す");
        await PressAsync(visit, "取り消す");
        await Assertions.Expect(page.GetByText("予約を取り消しました").First).ToBeVisibleAsync();
        await visit.OpenAsync("/rooms?hall=1&date=2026-12-05");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "空き、研修室1 午前を選ぶ" })).ToBeVisibleAsync();
    }

    /// <summary>The drawer is opened, a call keyed in under a minute, permitted, paid in cash with change, and the drawer closed to the yen.</summary>
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_clerk_takes_a_call_permits_takes_the_money_and_closes_the_drawer(int width)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.BookingRulesAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await using var visit = await chromium.VisitAsync(app, width: width);
        await visit.SignInAsync(app, clerk);
        var page = visit.Page;

        await visit.OpenAsync("/staff/cashier/drawers/open");
        await page.FillAsync("[name='Input.Float']", "10000");
        await PressAsync(visit, "レジを開ける");

        await visit.OpenAsync("/staff/rooms?hall=1&date=2026-12-05");
        var call = new Hand(visit);
        await call.FollowAsync("研修室1に予約を入れる");
        await call.TypeAsync("Input.From", "09:00");
        await call.TypeAsync("Input.To", "12:00");
        await call.ChooseAsync("Input.UserClass", "Group");
        await call.TypeAsync("Input.GroupName", "みどり書道会", "みどりしょどうかい");
        await call.TypeAsync("Input.FamilyName", "中村", "なかむら");
        await call.TypeAsync("Input.FamilyKana", "なかむら", "なかむら");
        await call.TypeAsync("Input.Phone", "09000000001");
        await call.ChooseAsync("Input.Tie", $"{GivenRooms.Tie}");
        await call.ChooseAsync("Input.PurposeKind", GivenRooms.PurposeKind);
        await call.TypeAsync("Input.Purpose", "書道の練習", "しょどうのれんしゅう");
        await call.TypeAsync("Input.People", "12");
        await call.PressAsync("予約を入れる");
        await Assertions.Expect(page.GetByText("部屋の予約を受け付けました")).ToBeVisibleAsync();
        Console.WriteLine($"A call: {call.Told}.");
        Assert.True(call.Time < TimeSpan.FromMinutes(1), call.Told);

        await FollowAsync(visit, "この予約を開く、許可する");
        var hire = page.Url;
        await FollowAsync(visit, "許可する");
        await PressAsync(visit, "許可する");
        await Assertions.Expect(page.GetByText("公民館利用許可書").First).ToBeVisibleAsync();

        await visit.OpenAsync(hire);
        await FollowAsync(visit, "収納を開く");
        await FollowAsync(visit, "お金を受け取る");
        await page.FillAsync("[name='Input.Handed']", "1000");
        await PressAsync(visit, "受け取って領収書を出す");
        await Assertions.Expect(page.GetByText("600円").First).ToBeVisibleAsync();

        await visit.OpenAsync("/staff/cashier");
        await page.Locator("a[href^='/staff/cashier/drawers/']:has-text('のレジ（')").ClickAsync();
        await visit.CheckAsync();
        await FollowAsync(visit, "数えて締める");
        await page.FillAsync("[name='Input.N1000']", "10");
        await page.FillAsync("[name='Input.N100']", "4");
        await PressAsync(visit, "締める");
        await Assertions.Expect(page.GetByText("レジを締めました。過不足はありません。")).ToBeVisibleAsync();
        await visit.OpenAsync("/staff/cashier/daily?hall=1&date=2026-11-23");
        await Assertions.Expect(page.GetByText("400円").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A_circle_gets_its_evenings_of_a_quarter_with_another_room_where_its_own_is_taken(int width)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.BookingRulesAsync();
        using var clerk = await app.SignInAsync(RoleKeys.HallManager, "1");
        await using var visit = await chromium.VisitAsync(app, width: width);
        await visit.SignInAsync(app, clerk);
        var page = visit.Page;

        var first = await AskAsync(visit, "先の会", "2027-04-10", "2027-04-17");
        await PressAsync(visit, "選んだ日をまとめて予約する");
        var second = await AskAsync(visit, "みどり書道会", "2027-04-03", "2027-06-26");
        Assert.NotEqual(first, second);
        await Assertions.Expect(page.GetByText("件のうち2件が重なりか休館です。")).ToBeVisibleAsync();
        foreach (var day in new[] { 1, 2 })
        {
            var choices = await page.Locator($"#day-{day} option").AllInnerTextsAsync();
            await page.SelectOptionAsync($"#day-{day}", new SelectOptionValue { Label = choices.First(c => c.Contains("研修室2", StringComparison.Ordinal)) });
        }

        await PressAsync(visit, "選んだ日をまとめて予約する");
        await Assertions.Expect(page.GetByText("予約 13件")).ToBeVisibleAsync();
        Assert.Equal(2, await page.GetByText("研修室2", new() { Exact = true }).CountAsync());
    }

    /// <summary>A hall is needed for an election: one moves with a press on the telephone, for the other a clerk writes down that they do not.</summary>
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Who_must_leave_a_hall_moves_to_a_room_kept_for_them_or_has_everything_back(int width)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HireAsync(new GivenHire { Group = "みどり書道会", InDays = 5 });
        await app.HireAsync(new GivenHire { Group = "コーラスすみれ", Phone = "090-0000-0002", InDays = 5 });
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await using var staff = await chromium.VisitAsync(app, width: width);
        await staff.SignInAsync(app, manager);
        var page = staff.Page;

        await staff.OpenAsync("/staff/displacements");
        await staff.OpenAsync("/staff/displacements/new");
        await page.SelectOptionAsync("[name='Input.Place']", new SelectOptionValue { Label = "中央公民館　全室" });
        await page.FillAsync("[name='Input.From']", "2026-11-28");
        await page.FillAsync("[name='Input.To']", "2026-11-30");
        await page.FillAsync("[name='Input.Reason']", "衆議院選挙の投票所");
        await PressAsync(staff, "館を空ける");
        await app.RunJobAsync("booking.settle-displacements");
        await app.RunJobAsync("booking.settle-displacements");
        var desk = page.Url;
        await staff.OpenAsync(desk);
        await Assertions.Expect(page.Locator("tbody").GetByText("案内中")).ToHaveCountAsync(2);
        var numbers = await page.Locator("tbody a[href*='/hires/']").AllInnerTextsAsync();
        var moves = numbers[(await page.Locator("tbody tr").AllInnerTextsAsync()).ToList().FindIndex(r => r.Contains("みどり書道会", StringComparison.Ordinal))];

        await using var resident = await chromium.VisitAsync(app, javaScript: false, width: 320);
        await resident.OpenAsync("/hires");
        await resident.Page.FillAsync("[name='Input.Number']", moves);
        await resident.Page.FillAsync("[name='Input.Phone']", "090-0000-0001");
        await PressAsync(resident, "照会する");
        await FollowAsync(resident, "案内を見て、返事をする");
        await PressAsync(resident, "この部屋に移る");
        await Assertions.Expect(resident.Page.Locator("a[href='/hires/move']")).ToHaveCountAsync(0);

        await staff.OpenAsync(desk);
        await FollowAsync(staff, numbers.Single(n => n != moves));
        await FollowAsync(staff, "移らない（全額を返す）");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("返す") }).ClickAsync();
        await staff.CheckAsync();
        await staff.OpenAsync(desk);
        await Assertions.Expect(page.GetByText("2件のうち、移った1件、全額を返した1件、まだ0件")).ToBeVisibleAsync();
        await resident.OpenAsync("/rooms/ledger");
    }

    private static async Task<string> AskAsync(Visit visit, string group, string first, string last)
    {
        await visit.OpenAsync("/staff/rooms?hall=1&date=2026-12-05");
        await FollowAsync(visit, "研修室1の年間の予約を受け付ける");
        var page = visit.Page;
        await page.FillAsync("[name='Input.First']", first);
        await page.FillAsync("[name='Input.Last']", last);
        await page.FillAsync("[name='Input.From']", "18:00");
        await page.FillAsync("[name='Input.To']", "22:00");
        await page.SelectOptionAsync("[name='Input.UserClass']", "Group");
        await page.FillAsync("[name='Input.GroupName']", group);
        await page.FillAsync("[name='Input.FamilyName']", "中村");
        await page.FillAsync("[name='Input.FamilyKana']", "なかむら");
        await page.FillAsync("[name='Input.Phone']", "090-0000-0001");
        await page.SelectOptionAsync("[name='Input.Tie']", $"{GivenRooms.Tie}");
        await page.SelectOptionAsync("[name='Input.PurposeKind']", GivenRooms.PurposeKind);
        await page.FillAsync("[name='Input.Purpose']", "書道の練習");
        await page.FillAsync("[name='Input.People']", "12");
        await PressAsync(visit, "1日ずつ確かめる");
        return page.Url;
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
