using System.Net;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A resident without an account books a room, looks it up and gives it back.</summary>
public sealed class BookTests
{
    [Fact]
    public async Task From_the_free_slot_to_the_receipt()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var rooms = await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}");
        var free = rooms.Find($"a[href*='{room.Id}/book'][aria-label*='午前']");
        Assert.Equal("空き、研修室1 午前を選ぶ", free.GetAttribute("aria-label"));

        var form = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync(free.GetAttribute("href")!));
        Assert.Contains("この部屋を午後0時15分まで取り置いています。あと15分です。", form.Text, StringComparison.Ordinal);
        var confirm = await app.Visitor.FillInAsync(form);
        Assert.Contains("午前の使用料", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("公民館条例 別表（見本）", confirm.Text, StringComparison.Ordinal);
        var done = await app.Visitor.SubmitAsync(confirm);

        var hire = await app.HireAsync(done.ReceiptNumber());
        Assert.Equal((room.Id, Day, At(9), At(12), "午前", 400), (hire.RoomId, hire.Date, hire.From, hire.To, hire.Bands, hire.Yen));
        Assert.Equal(("みどり書道会", "ナカムラ", HireState.Booked), (hire.Hirer.GroupName, hire.Hirer.FamilyKana, hire.State));
        Assert.Contains("予約あり", (await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}")).Find($"tr:has(a[href*='{room.Id}']) td").TextContent, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Whoever_is_slower_gets_409_with_where_the_same_time_is_free()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var slower = app.NewBrowser();
        var opened = await slower.OpenAsync(City.Book(room));
        await app.Visitor.KeepAsync(room);

        var refused = await slower.SubmitAsync(opened, new { Span = "9:00-12:00" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal([RoomCalendar.Taken], refused.Errors);
        Assert.Contains("同じ時間に空いている部屋", refused.Text, StringComparison.Ordinal);
        Assert.Contains("研修室2", refused.Find("#alternatives + p + ul").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("9:00-12:00", refused.Document.QuerySelectorAll("input[name='Input.Span']").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_hold_that_is_over_is_still_theirs_until_somebody_takes_it()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var form = await app.Visitor.KeepAsync(room);
        app.Clock.Advance(TimeSpan.FromMinutes(20));

        var confirm = await app.Visitor.FillInAsync(form);
        Assert.Contains("取り置きの時間は過ぎましたが、まだ空いています。", confirm.Text, StringComparison.Ordinal);

        Assert.Equal("部屋の予約を受け付けました", (await app.Visitor.SubmitAsync(confirm)).Heading);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_hold_that_went_to_somebody_else_meanwhile_is_refused_with_alternatives()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var confirm = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(room));
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        using var other = app.NewBrowser();
        await other.BookAsync(room, n: 2);

        var refused = await app.Visitor.SubmitAsync(confirm);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("この時間はほかの方の予約になりました。", refused.Text, StringComparison.Ordinal);
        Assert.Contains("同じ時間に空いている部屋", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_one_booking_and_ten_times_the_same_receipt()
    {
        await using var app = await City.StartAsync();
        var confirm = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(await app.RoomAsync()));

        var answers = await AtOnceAsync(Enumerable.Range(0, 10), _ => app.Visitor.SubmitAsync(confirm));

        Assert.Single(answers.Select(a => a.ReceiptNumber()).Distinct());
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Of_50_visitors_on_one_slot_one_gets_it_and_49_are_told_so()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var ready = new List<(Browser Browser, Page Page)>();
        for (var n = 0; n < 50; n++)
        {
            var browser = app.NewBrowser();
            ready.Add((browser, await browser.OpenAsync(City.Book(room))));
        }

        var answers = await AtOnceAsync(ready, r => r.Browser.SubmitAsync(r.Page, new { Span = "9:00-12:00" }));

        Assert.Equal(1, answers.Count(a => a.Status == HttpStatusCode.OK && a.Url.AbsolutePath == "/hires/new"));
        Assert.Equal(49, answers.Count(a => a.Status == HttpStatusCode.Conflict && a.Text.Contains("同じ時間に空いている部屋", StringComparison.Ordinal)));
        await Rules.HoldAsync(app);
        ready.ForEach(r => r.Browser.Dispose());
    }

    [Fact]
    public async Task Who_chooses_again_gives_back_what_they_kept_before()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.Visitor.KeepAsync(room);

        await app.Visitor.KeepAsync(room, span: "13:00-17:00");

        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
        Assert.False(await app.TriesAsync(Use(room, 13, 14)));
    }

    [Fact]
    public async Task By_the_hour_between_two_others_the_fee_is_by_the_hour()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.ClaimAsync(Use(room, 9, 10));
        var rooms = await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}");
        var partly = rooms.Find($"a[href*='{room.Id}/hours']");
        Assert.Contains("一部空き", partly.TextContent, StringComparison.Ordinal);

        var hours = await app.Visitor.OpenAsync(partly.GetAttribute("href")!);
        Assert.Contains("もう使われることになっている時間：9:00–10:00", hours.Text, StringComparison.Ordinal);
        var confirm = await app.Visitor.FillInAsync(await app.Visitor.SubmitAsync(hours, new { From = "10:00", To = "11:30" }));

        Assert.Contains("1時間200円 × 2時間の使用料", confirm.Text, StringComparison.Ordinal);
        Assert.Equal(400, (await app.HireAsync((await app.Visitor.SubmitAsync(confirm)).ReceiptNumber())).Yen);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_beside_its_box_with_everything_that_was_typed()
    {
        await using var app = await City.StartAsync();
        var form = await app.Visitor.KeepAsync(await app.RoomAsync());

        var tooMany = await app.Visitor.FillInAsync(form, people: 49);
        var nothing = await app.Visitor.SubmitAsync(form, new { FamilyName = "中村", Phone = "12" });

        Assert.Equal(["人数は1人から、部屋の定員の48人までで入力してください。"], tooMany.Errors);
        Assert.Equal("みどり書道会", tooMany.Find("input[name='Input.GroupName']").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Equal("中村", nothing.Find("input[name='Input.FamilyName']").GetAttribute("value"));
    }

    [Fact]
    public async Task With_its_numbers_it_is_looked_up_and_given_back_after_saying_what_is_owed()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        // Twelve days before use nothing is owed, two days before half of it.
        var (early, late) = (await app.Visitor.BookAsync(room), await app.Visitor.BookAsync(room, app.Clock.Today().AddDays(2), "18:00-22:00"));

        var before = await LookUpAsync(app, early);
        Assert.Contains("みどり書道会", before.Text, StringComparison.Ordinal);
        var ask = await app.Visitor.OpenAsync("/hires/cancel");
        Assert.Contains("いま取り消すと、使用料はかかりません。", ask.Text, StringComparison.Ordinal);
        Assert.Contains("この予約は取り消されています。", (await app.Visitor.SubmitAsync(ask)).Text, StringComparison.Ordinal);

        await LookUpAsync(app, late);
        ask = await app.Visitor.OpenAsync("/hires/cancel");
        Assert.Contains("使用料600円のうち300円をいただきます。", ask.Text, StringComparison.Ordinal);
        await app.Visitor.SubmitAsync(ask);

        Assert.Equal((HireState.Cancelled, 300), ((await app.HireAsync(late)).State, (await app.HireAsync(late)).Owed));
        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task After_it_has_begun_it_cannot_be_given_back_on_the_web()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 9, 30, 0, TimeSpan.FromHours(9)));

        await LookUpAsync(app, number);

        Assert.Contains("利用の始まる時刻を過ぎています。", (await app.Visitor.OpenAsync("/hires/cancel")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000-0000", "090-0000-0001")]
    [InlineData(null, "090-0000-0002")]
    public async Task With_a_wrong_number_nothing_is_shown(string? number, string phone)
    {
        await using var app = await City.StartAsync();
        var booked = await app.Visitor.BookAsync(await app.RoomAsync());
        using var stranger = app.NewBrowser();

        var answer = await stranger.SubmitAsync(await stranger.OpenAsync("/hires"), new { Number = number ?? booked, Phone = phone });

        Assert.Equal(["受付番号と電話番号に合う予約が見つかりません。番号を確かめてください。"], answer.Errors);
        Assert.Equal("/hires", (await stranger.OpenAsync("/hires/mine")).Url.AbsolutePath);
    }

    private static async Task<Page> LookUpAsync(KominkanApp app, string number) =>
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/hires"), new { Number = number, Phone = "090-0000-0001" });
}
