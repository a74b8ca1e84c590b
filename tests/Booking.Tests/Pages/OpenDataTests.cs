using System.Net;
using System.Net.Http.Headers;
using System.Text;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Programs ask when rooms are free, often, and are told only what is new.</summary>
public sealed class OpenDataTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task Whoever_has_it_is_told_so_until_a_room_is_taken(string kind)
    {
        await using var app = await City.StartAsync();
        var url = $"/rooms/availability.{kind}?date={Day:yyyy-MM-dd}";

        var first = await AskAsync(app, url);
        Assert.Equal((HttpStatusCode.OK, "public, max-age=60"), (first.StatusCode, first.Headers.CacheControl!.ToString()));
        Assert.Equal(app.Clock.GetUtcNow(), first.Content.Headers.LastModified);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(app, url, first.Headers.ETag)).StatusCode);
        using var byDate = new HttpRequestMessage(HttpMethod.Get, url);
        byDate.Headers.IfModifiedSince = first.Content.Headers.LastModified;
        Assert.Equal(HttpStatusCode.NotModified, (await app.Visitor.Http.SendAsync(byDate)).StatusCode);

        using var resident = app.NewBrowser();
        await resident.BookAsync(await app.RoomAsync());

        var after = await AskAsync(app, url, first.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(first.Headers.ETag, after.Headers.ETag);
        Assert.Equal(after.Headers.ETag, (await AskAsync(app, url)).Headers.ETag);
    }

    [Fact]
    public async Task The_csv_says_of_every_stretch_of_the_day_what_it_is()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        using var resident = app.NewBrowser();
        await resident.BookAsync(room);

        var link = (await app.Visitor.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}")).Find("a[href*='availability.csv']").GetAttribute("href")!;
        var bytes = await app.Visitor.Http.GetByteArrayAsync(new Uri(link, UriKind.Relative));
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.EndsWith("日付,館番号,館名,室番号,室名,定員,開始,終了,状態,URL", lines[0], StringComparison.Ordinal);
        Assert.Equal(["09:00,12:00,予約あり", "12:00,22:00,空き"], lines.Where(l => l.EndsWith($"/rooms/{room.Id}", StringComparison.Ordinal)).Select(l => string.Join(',', l.Split(',')[6..9])));
        Assert.DoesNotContain("みどり", string.Concat(lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_day_has_a_row_for_each_room_that_says_so()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();

        var csv = (await app.Visitor.OpenAsync("/rooms/availability.csv?date=2026-12-07")).Html;

        Assert.Contains($",,,休館,/rooms/{room.Id}", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30", "読み取れません")]
    [InlineData("あした", "読み取れません")]
    [InlineData("2026-11-22", "今日から")]
    [InlineData("2036-01-01", "今日から")]
    public async Task An_impossible_day_is_refused_with_a_sentence(string date, string words)
    {
        await using var app = await City.StartAsync();
        foreach (var kind in new[] { "json", "csv" })
        {
            var refused = await app.Visitor.OpenAsync($"/rooms/availability.{kind}?date={date}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(words, System.Text.RegularExpressions.Regex.Unescape(refused.Html), StringComparison.Ordinal);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(KominkanApp app, string url, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await app.Visitor.Http.SendAsync(request);
    }
}
