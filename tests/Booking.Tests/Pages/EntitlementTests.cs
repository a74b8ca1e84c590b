using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A group that is registered for a reduction shows its evidence once, and every later fee is reduced by itself.</summary>
public sealed class EntitlementTests
{
    [Fact]
    public async Task Approved_by_a_second_it_is_taken_off_what_is_booked_with_the_name_and_the_telephone()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var before = await app.Visitor.BookAsync(room);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await RegisterAsync(manager);
        Assert.Contains("登録した本人は承認できません。", (await manager.OpenAsync(page + "/approve")).Text, StringComparison.Ordinal);
        var unapproved = await app.Visitor.BookAsync(room, span: "13:00-17:00");
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.OpenAsync(page + "/approve")).Status);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("承認を待つ減免の登録", (await office.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SubmitAsync(await office.OpenAsync(page + "/approve"));

        var confirm = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room, Day.AddDays(7)));
        Assert.Contains("社会教育関係団体の減免（部屋、50％）", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("−200円", confirm.Text, StringComparison.Ordinal);
        var number = (await app.Visitor.SubmitAsync(confirm)).ReceiptNumber();
        var hire = await app.HireAsync(number);
        var line = hire.Fees.Single(f => f.IsReduction);
        Assert.Equal((200, -200, "公民館条例施行規則（見本）"), (hire.Yen, line.Yen, line.Article));
        var shown = (await clerk.OpenAsync($"/staff/hires/{hire.Id}")).Document.QuerySelectorAll("main p").Single(p => p.TextContent.Contains("第12号", StringComparison.Ordinal)).TextContent;
        Assert.StartsWith($"{line.Label}：団体登録証 第12号 による登録です（登録を認めた人：試験 太郎）。", shown, StringComparison.Ordinal);
        Assert.Equal(2, shown.Split("（登録", StringSplitOptions.None).Length);
        Assert.Contains("この登録で減った予約：1件", (await office.OpenAsync(page)).Text, StringComparison.Ordinal);

        // Not with another telephone, another name, and not what was booked before.
        Assert.Equal(400, (await app.HireAsync(await app.Visitor.BookAsync(room, Day.AddDays(8), n: 2))).Yen);
        Assert.Equal(400, (await app.HireAsync(await app.Visitor.BookAsync(room, Day.AddDays(10), group: "みどり書道の会"))).Yen);
        Assert.Equal((400, 0), ((await app.HireAsync(before)).Yen, (await app.HireAsync(unapproved)).Fees.Count(f => f.IsReduction)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task The_same_is_not_reduced_twice_and_taken_back_it_is_charged_again()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await ApprovedAsync(app, clerk);
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;

        var form = await clerk.OpenAsync($"/staff/hires/{id}/reduce");
        var all = form.Document.QuerySelectorAll("label.option").Single(l => l.TextContent.Contains("障がい", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        Assert.Equal(["登録による減免がついています。こちらを使うときは、先に取り消してください。"], (await clerk.SubmitAsync(form, new { RuleId = all, Evidence = "手帳" })).Errors);
        var undo = (await clerk.OpenAsync($"/staff/hires/{id}")).Find("a[href*='/reductions/']").GetAttribute("href")!;
        Assert.Contains("使用料は400円です。", (await clerk.SubmitAsync(await clerk.OpenAsync(undo))).Text, StringComparison.Ordinal);
        Assert.Contains("使用料は無料です。", (await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/reduce"), new { RuleId = all, Evidence = "手帳" })).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task It_holds_for_uses_of_its_time_and_ended_early_no_longer_and_seasons_and_the_desk_have_it_too()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await ApprovedAsync(app, clerk);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var season = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/rooms/{room.Id}/seasons/new"), new { Channel = "Phone", First = "2026-12-19", Last = "2026-12-26", From = "09:00", To = "12:00", UserClass = "Group", GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001", Purpose = "書道", GivenRooms.PurposeKind, GivenRooms.Tie, People = 5 });
        await clerk.SubmitAsync(season);
        Assert.Equal([200, 200], await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.Where(h => h.SeasonId != null).Select(h => h.Yen).ToListAsync()));

        var end = await office.OpenAsync(page + "/end");
        Assert.Equal(["終わりの日は、登録の期間の中の日にしてください。"], (await office.SubmitAsync(end, new { LastDay = "2035-01-01", Reason = "解散" })).Errors);
        var over = await office.SubmitAsync(end, new { LastDay = "2026-12-31", Reason = "解散したため" });
        Assert.Contains("令和8年12月31日（木）の利用まで", over.Text, StringComparison.Ordinal);

        Assert.Equal(200, (await app.HireAsync(await app.Visitor.BookAsync(room, Day))).Yen);
        Assert.Equal(400, (await app.HireAsync(await app.Visitor.BookAsync(room, new(2027, 1, 9)))).Yen);
        Assert.Contains("この登録は、もう終わっています。", (await office.OpenAsync(page + "/end")).Text, StringComparison.Ordinal);
        // Ended, and still in force: until when.
        foreach (var seen in new[] { page, "/staff/entitlements?state=over" })
        {
            Assert.Contains("12月31日（木）まで", (await clerk.OpenAsync(seen)).Find("main .tag").TextContent, StringComparison.Ordinal);
        }

        app.Clock.SetUtcNow(new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.FromHours(9)));
        using var later = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Contains("終わり", (await later.OpenAsync(page)).Find("main .tag").TextContent, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Staff_find_it_are_told_before_it_ends_and_say_what_is_wrong()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await ApprovedAsync(app, clerk, to: "2026-12-20");

        Assert.Contains("まもなく切れる減免の登録", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        Assert.Contains("みどり書道会", (await clerk.OpenAsync("/staff/entitlements?state=expiring")).Text, StringComparison.Ordinal);
        Assert.Contains("条件に合う登録はありません", (await clerk.OpenAsync("/staff/entitlements?state=over")).Text, StringComparison.Ordinal);
        var find = await clerk.OpenAsync("/staff/entitlements/find");
        Assert.Equal(page, (await clerk.SubmitAsync(find, new { Text = "０９０－００００－０００１" })).Find("tbody a").GetAttribute("href"));
        Assert.Contains("見つかりません", (await clerk.SubmitAsync(find, new { Text = "すみれ" })).Text, StringComparison.Ordinal);
        Assert.Equal(["この団体の同じ減免は、この期間にもう登録されています。"], (await FillInAsync(clerk, await clerk.OpenAsync("/staff/entitlements/new"), "2026-12-31")).Errors);
        var kana = await FillInAsync(clerk, await clerk.OpenAsync("/staff/entitlements/new"), "2026-12-31", kana: "中村");
        Assert.Equal(["フリガナは、ひらがなかカタカナで入力してください。"], kana.Errors);
        Assert.Equal("中村", kana.Find("[name='Input.FamilyKana']").GetAttribute("value"));
        Assert.Equal(["終わりの日は、始まりの日から3年のうちの、今日より後にしてください。"], (await FillInAsync(clerk, await clerk.OpenAsync("/staff/entitlements/new"), "2029-11-30")).Errors);
    }

    [Fact]
    public async Task A_hall_that_has_a_reduction_of_its_own_keeps_its_registrations_to_itself()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/reductions/new"), new { Group = "登録学習会", HallId = room.HallId, Item = "Room", Percent = 50, RoundTo = 10, Evidence = "登録証", Article = "規則第7条", From = $"{app.Clock.Today():yyyy-MM-dd}" });
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await RegisterAsync(manager, group: "登録学習会");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SubmitAsync(await office.OpenAsync(page + "/approve"));

        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(page)).Status);
        Assert.DoesNotContain("登録学習会", (await stranger.OpenAsync("/staff/entitlements/new")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await app.HireAsync(await app.Visitor.BookAsync(room))).Yen);
        var elsewhere = await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync(hall: "2"), Day.AddDays(7)));
        Assert.DoesNotContain(elsewhere.Fees, f => f.IsReduction);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Of_two_about_the_same_the_greater_share_is_taken_and_never_more_than_there_is()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await ApprovedAsync(app, clerk);
        await ApprovedAsync(app, clerk, group: "障がい");

        var hire = await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()));

        Assert.Equal(0, hire.Yen);
        Assert.StartsWith("障がいのある方の団体の減免", Assert.Single(hire.Fees, f => f.IsReduction).Label, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    private static async Task<string> RegisterAsync(Browser clerk, string to = "2027-11-30", string group = "社会教育関係団体")
    {
        var done = await FillInAsync(clerk, await clerk.OpenAsync("/staff/entitlements/new"), to, group);
        Assert.Contains("ほかの職員が承認すると始まります。", done.Text, StringComparison.Ordinal);
        return done.Url.AbsolutePath;
    }

    private static async Task<string> ApprovedAsync(KominkanApp app, Browser clerk, string to = "2027-11-30", string group = "社会教育関係団体")
    {
        var page = await RegisterAsync(clerk, to, group);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync(page + "/approve"));
        return page;
    }

    private static Task<Page> FillInAsync(Browser clerk, Page form, string to, string group = "社会教育関係団体", string kana = "なかむら") => clerk.SubmitAsync(form, new
    {
        RuleId = form.Document.QuerySelectorAll("label.option").Single(l => l.TextContent.Contains(group, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value"),
        GroupName = "みどり書道会",
        FamilyName = "中村",
        FamilyKana = kana,
        Phone = "090-0000-0001",
        Evidence = "団体登録証 第12号",
        To = to,
    });
}
