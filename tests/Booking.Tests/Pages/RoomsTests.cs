using System.Net;
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
    [InlineData("/rooms?hall=99", HttpStatusCode.NotFound)]
    [InlineData("/rooms?date=いつか", HttpStatusCode.OK)]
    [InlineData("/rooms?date=1999-01-01", HttpStatusCode.OK)]
    [InlineData("/rooms/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_read_is_no_mistake_of_ours(string url, HttpStatusCode status)
    {
        await using var app = await City.StartAsync();
        Assert.Equal(status, (await app.Visitor.OpenAsync(url)).Status);
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
