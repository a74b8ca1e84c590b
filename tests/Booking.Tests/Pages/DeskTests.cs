using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>The desk: the ledger, a call taken in, the permit, who came, and a cancellation.</summary>
public sealed class DeskTests
{
    [Fact]
    public async Task A_call_is_keyed_on_one_page_and_stands_in_the_same_calendar()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var ledger = await clerk.OpenAsync($"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}");

        var form = await clerk.OpenAsync(ledger.Find($"a[href*='{room.Id}/hires/new']").GetAttribute("href")!);
        Assert.Contains("使用料（加算と備品のほか）：午前 400円、午後 530円、夜間 600円、", form.Text, StringComparison.Ordinal);
        var taken = await TakeInAsync(clerk, form);

        Assert.Equal("部屋の予約を受け付けました", taken.Heading);
        Assert.Contains("みどり書道会（12人）", (await clerk.OpenAsync($"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.Equal((HireChannel.Phone, 400), ((await app.HireAsync(taken.ReceiptNumber())).Channel, (await app.HireAsync(taken.ReceiptNumber())).Yen));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_a_resident_keeps_the_desk_cannot_give_away()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await app.Visitor.KeepAsync(room);

        var refused = await TakeInAsync(clerk, await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={Day:yyyy-MM-dd}"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([RoomCalendar.Taken], refused.Errors);
        Assert.Equal("みどり書道会", refused.Find("input[name='Input.GroupName']").GetAttribute("value"));
        Assert.Contains("研修室2", refused.Find("#alternatives + ul").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_first_the_web_takes_at_noon_and_the_desk_the_day_after()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.FromHours(9)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var april = new DateOnly(2027, 4, 3);

        var refused = await TakeInAsync(clerk, await clerk.OpenAsync($"/staff/rooms/{room.Id}/hires/new?date={april:yyyy-MM-dd}"));

        Assert.Equal(["予約の受付は令和8年12月2日（水）午前8時30分からです。"], refused.Errors);
        await app.Visitor.BookAsync(room, april);
    }

    [Fact]
    public async Task Permitted_it_is_printed_with_the_citys_form_and_every_yen()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var id = (await app.HireAsync(number)).Id;
        Assert.Contains("まだ許可していません。", (await clerk.OpenAsync($"/staff/hires/{id}/sheet")).Text, StringComparison.Ordinal);

        var sheet = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/permit"));

        foreach (var words in new[] { "様式第2号（見本）", $"第{number}号", "公民館利用許可書", "みどり書道会 様", "熊本市長", "研修室1", "令和8年12月5日（土）午前9時から正午まで（午前）", "午前の使用料", "400円", "利用の権利を人に譲らないこと。" })
        {
            Assert.Contains(words, sheet.Find(".sheet").TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(HireState.Permitted, (await app.HireAsync(number)).State);
    }

    [Fact]
    public async Task A_price_that_changes_later_does_not_change_what_was_permitted()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var form = await office.OpenAsync("/staff/booking-rules/prices/new?hall=1");
        await office.SubmitAsync(form, new { RoomId = room.Id, Bands = "午前", Yen = 900, Article = "公民館条例 別表第1", From = "2026-12-01" });

        var later = await app.Visitor.BookAsync(room, Day.AddDays(1));

        Assert.Equal((400, 900), ((await app.HireAsync(number)).Yen, (await app.HireAsync(later)).Yen));
    }

    [Fact]
    public async Task Who_came_is_counted_after_it_began_and_may_be_corrected()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        var id = (await app.HireAsync(number)).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Contains("利用が始まってから、来た人数を入れてください。", (await clerk.OpenAsync($"/staff/hires/{id}/used")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 12, 0, 0, TimeSpan.FromHours(9)));
        using var later = await app.SignInAsync(RoleKeys.Counter, "1");

        await later.SubmitAsync(await later.OpenAsync($"/staff/hires/{id}/used"), new { Came = 9 });
        await later.SubmitAsync(await later.OpenAsync($"/staff/hires/{id}/used"), new { Came = 7 });
        var refused = await later.SubmitAsync(await later.OpenAsync($"/staff/hires/{id}/used"), new { Came = -1 });

        Assert.Equal(["来た人数は0から10000までの数で入力してください。"], refused.Errors);
        Assert.Equal((HireState.Used, 7), ((await app.HireAsync(number)).State, (await app.HireAsync(number)).Came));
        await Rules.HoldAsync(app);
    }

    [Theory]
    [InlineData("Hall", 0)]
    [InlineData("Hirer", 200)]
    public async Task When_the_hall_cancels_nothing_is_owed_and_who_has_no_mail_is_called(string by, int owed)
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync(), app.Clock.Today().AddDays(2));
        var id = (await app.HireAsync(number)).Id;
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        var done = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/cancel"), new { By = by, Reason = "空調が故障したため" });

        Assert.Contains("空調が故障したため", done.Text, StringComparison.Ordinal);
        Assert.Equal(owed, (await app.HireAsync(number)).Owed);
        Assert.Contains("の予約を取り消しました", (await clerk.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Hires_are_found_by_number_kana_group_and_telephone_and_by_what_is_to_be_done()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");

        var find = await clerk.OpenAsync("/staff/hires/find");
        foreach (var text in new[] { number, number.Replace("-", "", StringComparison.Ordinal), "ナカムラ", "なかむらけい", "書道会", "中村", "中村　恵子", "09000000001" })
        {
            Assert.Contains(number, (await clerk.SubmitAsync(find, new { Text = text })).Text, StringComparison.Ordinal);
        }

        Assert.Contains("見つかりません", (await clerk.SubmitAsync(find, new { Text = "鈴木" })).Text, StringComparison.Ordinal);
        Assert.Contains("条件に合う予約はありません", (await clerk.OpenAsync("/staff/hires?todo=permit")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(6));
        using var later = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Contains(number, (await later.OpenAsync("/staff/hires?todo=permit")).Text, StringComparison.Ordinal);
        Assert.Contains("みどり書道会", (await later.OpenAsync("/staff/hires?format=csv")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_halls_clerk_finds_nothing_of_it()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(room))).Id;
        using var stranger = await app.SignInAsync(RoleKeys.Counter, "2");

        foreach (var url in new[] { $"/staff/hires/{id}", $"/staff/hires/{id}/sheet", $"/staff/rooms/{room.Id}/hires/new", "/staff/rooms?hall=1" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(url)).Status);
        }

        Assert.DoesNotContain("みどり書道会", (await stranger.OpenAsync("/staff/hires")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_that_cannot_be_are_refused_beside_their_boxes()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var form = await clerk.OpenAsync($"/staff/rooms/{(await app.RoomAsync()).Id}/hires/new?date={Day:yyyy-MM-dd}");

        Assert.Equal(["終わりの時刻は、始まりの時刻より後にしてください。"], (await TakeInAsync(clerk, form, "12:00", "9:00")).Errors);
        Assert.Equal(["時刻は15分きざみで入力してください。"], (await TakeInAsync(clerk, form, "9:05", "10:00")).Errors);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync()));
    }

    private static Task<Page> TakeInAsync(Browser clerk, Page form, string from = "09:00", string to = "12:00") => clerk.SubmitAsync(form, new
    {
        Channel = "Phone",
        From = from,
        To = to,
        UserClass = "Group",
        GroupName = "みどり書道会",
        FamilyName = "中村",
        FamilyKana = "なかむら",
        Phone = "096-000-0001",
        Purpose = "書道の練習",
        GivenRooms.PurposeKind,
        GivenRooms.Tie,
        People = 12,
    });
}
