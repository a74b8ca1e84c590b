using System.Net;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities.Tests.Pages;

public sealed class StaffHallsTests
{
    [Fact]
    public async Task A_manager_sees_the_own_hall_with_its_branches_and_finds_no_other()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "17");
        var page = await manager.OpenAsync("/staff/halls");
        Assert.Equal(["17", "17-1", "17-2"], page.Document.QuerySelectorAll("tbody td:first-child").Select(c => c.TextContent));
        foreach (var url in new[] { "/staff/halls/2", "/staff/halls/2/rooms", "/staff/halls/2/rooms/new", "/staff/halls/2/closures", "/staff/halls/2/closures/new", "/staff/halls/17/rooms/" + await RoomAsync(app, "2") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync(url)).Status);
        }
    }

    [Fact]
    public async Task A_manager_cannot_write_into_another_hall_by_address()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var form = await manager.OpenAsync("/staff/halls/1/closures/new");
        form.Find("main form[method=post]").SetAttribute("action", "/staff/halls/2/closures/new");
        var answer = await manager.SubmitAsync(form, new { From = "2026-12-01", To = "2026-12-02", Kind = "Works", Reason = "よその館" });
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.True((await app.OpeningAsync("2", new(2026, 12, 1))).IsOpen);
    }

    [Fact]
    public async Task New_details_hold_from_their_day_and_the_old_ones_stay_in_the_history()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "3");
        var form = await manager.OpenAsync("/staff/halls/3");
        var saved = await manager.SubmitAsync(form, new { From = "2026-11-23", Name = "熊本市大江交流館", Phone = "096-000-0999" });
        Assert.Equal("熊本市大江交流館", saved.Heading);
        Assert.Equal(["熊本市大江公民館", "熊本市大江交流館"], saved.Document.QuerySelectorAll("td[data-label=名称]").Select(c => c.TextContent));
        Assert.Equal("熊本市大江交流館", (await app.Visitor.OpenAsync("/halls/3")).Heading);
        var refused = await manager.SubmitAsync(form, new { From = "2026-12-01", Name = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotEmpty(refused.Errors);
    }

    [Fact]
    public async Task Head_office_adds_a_hall_and_its_branch_from_a_day_on()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/halls/new");
        var ward = form.Document.QuerySelectorAll("#Input_WardId option").Single(o => o.TextContent == "北区").GetAttribute("value");
        var added = await office.SubmitAsync(form, new { No = "30", Name = "熊本市植木東公民館", WardId = ward, Address = "北区植木町0番地", From = "2027-04-01", To = "2028-03-31" });
        Assert.Equal(("/staff/halls/30", "熊本市植木東公民館"), (added.Url.AbsolutePath, added.Heading));
        Assert.Contains("R9.4.1 から R10.3.31 まで", added.Text, StringComparison.Ordinal);
        Assert.Contains("熊本市", added.Find("td[data-label=設置者]").TextContent, StringComparison.Ordinal);

        // A branch stands with its hall: not before it, and not without one.
        foreach (var (no, from, sentence) in new[]
        {
            ("30-1", "2026-12-01", "館番号「30」の館がその日にありません。親の館を先に加えてください。"),
            ("44-1", "2027-04-01", "館番号「44」の館がその日にありません。親の館を先に加えてください。"),
            ("30", "2027-04-01", "館番号「30」はもう使われています。別の番号にしてください。"),
            ("公民館", "2027-04-01", "館番号は「17」、分館は「17-1」のように入力してください。"),
        })
        {
            Assert.Equal([sentence], (await office.SubmitAsync(form, new { No = no, Name = "分館", WardId = ward, Address = "北区", From = from })).Errors);
        }

        var empty = await office.SubmitAsync(form, new { No = "31", Name = "", WardId = "", Address = "北区", From = "", To = "" });
        Assert.Equal(["名称を入力してください", "区を選んでください", "開く日を入力してください"], empty.Errors);
        Assert.Equal(["最後の日を、開く日より後にしてください。"], (await office.SubmitAsync(form, new { No = "31", Name = "館", WardId = ward, Address = "北区", From = "2027-04-01", To = "2027-03-31" })).Errors);
        Assert.Equal("/staff/halls/30-1", (await office.SubmitAsync(form, new { No = "30-1", Name = "植木東分館", WardId = ward, Address = "北区", From = "2027-05-01" })).Url.AbsolutePath);

        // Residents find it on its day and not before.
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.OpenAsync("/halls/30")).Status);
        app.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Equal("熊本市植木東公民館", (await app.Visitor.OpenAsync("/halls/30")).Heading);
    }

    [Fact]
    public async Task Who_looks_after_one_hall_adds_none()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "3");
        Assert.DoesNotContain("館を加える", (await manager.OpenAsync("/staff/halls")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.OpenAsync("/staff/halls/new")).Status);
    }

    [Fact]
    public async Task A_room_is_added_divided_and_changed()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "2");
        var whole = await RoomAsync(app, "2");
        var list = await manager.SubmitAsync(await manager.OpenAsync("/staff/halls/2/rooms/new"), new { No = "101-1", Name = "ホール（前）", Capacity = "６０", WholeId = whole });
        Assert.Contains("ホールの一部", list.Text, StringComparison.Ordinal);
        var again = await manager.SubmitAsync(await manager.OpenAsync("/staff/halls/2/rooms/new"), new { No = "101-1", Name = "ホール（前）", Capacity = 60 });
        Assert.Equal(["室番号「101-1」はもう使われています。別の番号にしてください。"], again.Errors);
        var changed = await manager.SubmitAsync(await manager.OpenAsync("/staff/halls/2/rooms/" + whole), new { Name = "多目的ホール", Capacity = 130, LastDay = "2027-03-31" });
        Assert.Contains("多目的ホール", changed.Text, StringComparison.Ordinal);
        Assert.Contains("R9.3.31 まで", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closure_is_announced_and_withdrawn()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "4");
        var form = await manager.OpenAsync("/staff/halls/4/closures/new");
        Assert.Null(form.Document.QuerySelector("input[name='Input.Everywhere']"));
        var wrong = await manager.SubmitAsync(form, new { From = "2026-12-02", To = "2026-12-01", Kind = "Works", Reason = "床の修理" });
        Assert.Equal(["終わりの日は、始まりの日と同じか後にしてください。"], wrong.Errors);
        Assert.Equal("床の修理", wrong.Find("[name='Input.Reason']").GetAttribute("value"));
        var list = await manager.SubmitAsync(wrong, new { To = "2026-12-03" });
        Assert.Contains("床の修理", list.Text, StringComparison.Ordinal);
        Assert.Equal("床の修理", (await app.OpeningAsync("4", new(2026, 12, 2))).Reason);
        var confirm = await manager.OpenAsync(list.Find("a[href$='/withdraw']").GetAttribute("href")!);
        var after = await manager.SubmitAsync(confirm);
        Assert.Contains("取り消し", after.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.True((await app.OpeningAsync("4", new(2026, 12, 2))).IsOpen);
    }

    [Fact]
    public async Task A_closure_on_the_last_day_there_is_stands_there_like_any_other()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "4");
        var form = await manager.OpenAsync("/staff/halls/4/closures/new");
        var page = await manager.SubmitAsync(form, new { From = "9999-12-31", To = "9999-12-31", Kind = "Works", Reason = "床の修理" });
        Assert.Contains("この間に予定はありません", page.Text, StringComparison.Ordinal);
        Assert.Equal(["休館は3年までです。終わりの日を確かめてください。"], (await manager.SubmitAsync(form, new { From = "2026-12-01", To = "9999-12-31", Kind = "Works", Reason = "床の修理" })).Errors);
        foreach (var url in new[] { "/staff/halls/4/closures", "/halls/4", "/staff" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(manager, url));
        }
    }

    [Fact]
    public async Task Only_head_office_closes_the_city_and_opens_it_again()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/halls/4/closures/new"), new { From = "2026-12-02", To = "2026-12-02", Kind = "Weather", Reason = "大雪", Everywhere = "true" });
        Assert.Equal("大雪", (await app.OpeningAsync("19", new(2026, 12, 2))).Reason);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "4");
        var seen = await manager.OpenAsync("/staff/halls/4/closures");
        Assert.Contains("大雪", seen.Text, StringComparison.Ordinal);
        Assert.Null(seen.Document.QuerySelector("a[href$='/withdraw']"));
        var address = list.Find("a[href$='/withdraw']").GetAttribute("href")!;
        Assert.NotEmpty((await manager.SubmitAsync(await manager.OpenAsync(address))).Errors);
        await office.SubmitAsync(await office.OpenAsync(address));
        Assert.True((await app.OpeningAsync("19", new(2026, 12, 2))).IsOpen);
    }

    [Fact]
    public async Task Head_office_sets_and_ends_a_rule_and_a_manager_may_not()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var hall = await app.DoAsync(async s => (await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo("6")!.Id);
        var list = await office.SubmitAsync(await office.OpenAsync("/staff/opening-rules/new"), new { HallId = hall, Part = "Hall", From = "2026-12-01", Closes = "21:00", ClosedOn = "Tuesday" });
        Assert.Equal("/staff/opening-rules", list.Url.AbsolutePath);
        Assert.Equal("火曜休館", (await app.OpeningAsync("6", new(2026, 12, 1))).Reason);
        Assert.Equal(new TimeOnly(21, 0), (await app.OpeningAsync("6", new(2026, 12, 2))).To);
        var id = await app.DoAsync(s => s.GetRequiredService<FacilitiesDb>().OpeningRules.Where(r => r.HallId == hall).Select(r => r.Id).SingleAsync());
        var end = await office.OpenAsync($"/staff/opening-rules/{id}/end");
        Assert.Equal(["終わりの日は、今日か、その後の日にしてください。"], (await office.SubmitAsync(end, new { LastDay = "2026-11-22" })).Errors);
        await office.SubmitAsync(end, new { LastDay = "2026-12-31" });
        Assert.Equal(new TimeOnly(22, 0), (await app.OpeningAsync("6", new(2027, 1, 6))).To);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "6");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(manager, "/staff/opening-rules"));
        Assert.Null((await manager.OpenAsync("/staff/halls")).Document.QuerySelector("a[href='/staff/opening-rules']"));
    }

    [Theory]
    [InlineData("From", "2026-11-22", "いつからかは、今日から10年の間の日にしてください。")]
    [InlineData("From", "9999-12-31", "いつからかは、今日から10年の間の日にしてください。")]
    [InlineData("Opens", "9:05", "時刻は15分きざみで入力してください。")]
    [InlineData("Closes", "21:59:59", "時刻は15分きざみで入力してください。")]
    public async Task A_rule_begins_today_or_later_and_keeps_to_quarters_of_an_hour(string field, string value, string sentence)
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/opening-rules/new"), new Dictionary<string, string> { ["From"] = "2026-11-23", [field] = value });
        Assert.Equal([sentence], refused.Errors);
        Assert.Equal(value, refused.Find($"[name='Input.{field}']").GetAttribute("value"));
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, string url) => (await browser.OpenAsync(url)).Status;

    /// <summary>Id of the hall's first room.</summary>
    private static Task<Guid> RoomAsync(KominkanApp app, string no) => app.DoAsync(async s =>
        (await s.GetRequiredService<IRooms>().OfHallAsync((await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(no)!.Id))[0].Id);
}
