using System.Net;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>When rooms are free, for everybody, from one truth.</summary>
public sealed class RoomsTests
{
    [Fact]
    public async Task A_closed_day_says_why_and_leads_to_the_next()
    {
        await using var app = await City.StartAsync();
        await app.HallAsync();

        var monday = await app.Visitor.OpenAsync("/rooms?hall=1&date=2026-12-07");

        Assert.Contains("この日は休館です", monday.Text, StringComparison.Ordinal);
        Assert.Equal("/rooms?hall=1&date=2026-12-08", monday.Find("a[rel=next]").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/rooms", "部屋の空き状況")]
    [InlineData("/rooms/find", "空いている部屋をさがす")]
    [InlineData("/rooms/find?people=20&order=Early", "空いている部屋をさがす")]
    public async Task A_city_without_any_hall_has_the_page_and_is_told_that_there_is_none(string url, string heading)
    {
        await using var app = await KominkanApp.StartAsync();

        var page = await app.Visitor.OpenAsync(url);

        Assert.Equal((HttpStatusCode.OK, heading), (page.Status, page.Heading));
        Assert.Contains("まだ館がありません", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
    }

    [Theory]
    [InlineData("/rooms?hall=99", HttpStatusCode.NotFound)]
    [InlineData("/rooms?date=いつか", HttpStatusCode.OK)]
    [InlineData("/rooms?date=1999-01-01", HttpStatusCode.OK)]
    [InlineData("/rooms/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_read_is_no_mistake_of_ours(string url, HttpStatusCode status)
    {
        await using var app = await City.StartAsync();
        Assert.Equal(status, (await app.Visitor.OpenAsync(url)).Status);
    }

    [Theory]
    [InlineData("2026-02-30", "日付を読み取れません。")]
    [InlineData("2026-11-22", "過ぎた日は表示できません。")]
    [InlineData("2036-01-01", "先すぎる日は表示できません。")]
    public async Task A_day_that_cannot_be_shown_is_said_before_today_is(string date, string words)
    {
        await using var app = await City.StartAsync();
        await app.HallAsync();

        var rooms = await app.Visitor.OpenAsync($"/rooms?hall=1&date={date}");

        Assert.Contains(words, rooms.Find(".note.warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("令和8年11月23日（月）", rooms.Find("h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_band_without_a_price_is_not_for_hire_and_by_the_hour_where_that_has_one()
    {
        await using var app = await City.StartAsync();
        var (hourly, none) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        await app.DoAsync(async s =>
        {
            await s.GetRequiredService<BookingDb>().Prices.Where(p => (p.RoomId == hourly.Id && p.Bands == "午前") || p.RoomId == none.Id).ExecuteDeleteAsync();
            s.GetRequiredService<RuleBook>().Forget();
        });

        var rooms = await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}");

        Assert.NotNull(rooms.Document.QuerySelector($"a[href*='{hourly.Id}/hours'][aria-label='空き、研修室1 午前を選ぶ']"));
        Assert.Contains("貸出なし", rooms.Find($"tr:has(a[href*='{none.Id}']) td").TextContent, StringComparison.Ordinal);
        Assert.Null(rooms.Document.QuerySelector($"a[href*='{none.Id}/book'], a[href*='{none.Id}/hours'], a[href*='{none.Id}/wait']"));
        Assert.DoesNotContain("研修室2", (await app.Visitor.OpenAsync($"/rooms/find?from={Day:yyyy-MM-dd}&to={Day:yyyy-MM-dd}&place=1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("book", "2026-12-07", "この日は休館です（月曜休館）。")]
    [InlineData("book", "2026-11-20", "過ぎた日です。")]
    [InlineData("book", "2027-04-03", "団体・サークルの予約の受付は、令和8年12月1日（火）正午からです。")]
    [InlineData("hours", "2026-12-07", "この日は休館です（月曜休館）。")]
    public async Task A_day_that_cannot_be_booked_says_why_and_shows_neither_times_nor_prices(string page, string date, string words)
    {
        await using var app = await City.StartAsync();

        var step = await app.Visitor.OpenAsync($"/rooms/{(await app.RoomAsync()).Id}/{page}?date={date}");

        Assert.Contains(words, step.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("円", step.Find("main").TextContent, StringComparison.Ordinal);
        Assert.Null(step.Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Beyond_their_window_individuals_are_told_from_when_and_offered_nothing()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        const string words = "個人の予約の受付は、令和8年12月5日（土）正午からです。";

        var step = await app.Visitor.OpenAsync(City.Book(room, new(2026, 12, 19)));

        Assert.Contains(words, step.Find("form").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Group"], step.Document.QuerySelectorAll("input[name='Input.UserClass']").Select(i => i.GetAttribute("value")!));
        Assert.Contains("個人の方の予約の受付は、令和8年12月5日（土）正午からです。", (await app.Visitor.OpenAsync("/rooms?hall=1&date=2026-12-19")).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await app.Visitor.OpenAsync(City.Book(room))).Document.QuerySelectorAll("input[name='Input.UserClass']").Length);
    }

    [Fact]
    public async Task The_page_that_was_kept_is_gone_the_moment_a_room_is_taken()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var url = $"/rooms/{room.Id}?week={Day:yyyy-MM-dd}";
        var before = await app.Visitor.OpenAsync(url);
        using var other = app.NewBrowser();

        await other.KeepAsync(room);

        var after = await app.Visitor.OpenAsync(url);
        Assert.Contains("空き、12月5日（土） 午前を選ぶ", before.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("空き、12月5日（土） 午前を選ぶ", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_booking_opens_free_rooms_are_shown_and_cannot_be_chosen()
    {
        await using var app = await City.StartAsync();
        var rooms = await app.Visitor.OpenAsync("/rooms?hall=1&date=2027-04-03");

        Assert.Contains("予約の受付は、令和8年12月1日（火）正午からです。", rooms.Text, StringComparison.Ordinal);
        Assert.Contains("空き", rooms.Find("table.stack").TextContent, StringComparison.Ordinal);
        Assert.Null(rooms.Document.QuerySelector("a[href*='/book']"));
    }

    [Fact]
    public async Task The_part_of_a_taken_hall_is_taken_and_the_library_is_not_for_hire()
    {
        await using var app = await City.StartAsync();
        await app.ClaimAsync(Use(await app.RoomAsync("大ホール"), 9, 12));

        var rooms = await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}");

        var east = await app.RoomAsync("大ホール（東）");
        Assert.Contains("予約あり", rooms.Find($"tr:has(a[href*='{east.Id}']) td").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("図書室", rooms.Find("table.stack").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_read_the_whole_city_of_a_day_without_names()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.Visitor.BookAsync(room);

        var json = (await app.Visitor.OpenAsync($"/rooms/availability.json?date={Day:yyyy-MM-dd}")).Html;

        var taken = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("rooms").EnumerateArray().Single(r => r.GetProperty("url").GetString() == $"/rooms/{room.Id}").GetProperty("taken")[0];
        Assert.Equal(("09:00", "12:00", "予約あり"), (taken.GetProperty("from").GetString(), taken.GetProperty("to").GetString(), taken.GetProperty("kind").GetString()));
        Assert.DoesNotContain("みどり", json, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor.OpenAsync("/rooms/availability.json?date=x")).Status);
    }
}
