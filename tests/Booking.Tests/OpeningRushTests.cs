using System.Diagnostics;
using System.Net;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>The first of the month at noon: April opens, and five hundred people go for the rooms of one hall within a minute.</summary>
[Trait("Category", "Slow")]
public sealed class OpeningRushTests
{
    private const int People = 500;
    private const int Before = 40;
    private static readonly TimeSpan Rush = TimeSpan.FromSeconds(60);
    private static readonly string[] Spans = ["9:00-12:00", "13:00-17:00", "18:00-22:00"];

    [Fact]
    public async Task Five_hundred_book_within_a_minute_every_page_comes_fast_and_no_time_is_given_twice()
    {
        await using var app = await City.StartAsync();
        await using var second = TestDatabase.Provider == Provider.Postgres ? await app.AnotherHostAsync() : null;
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.FromHours(9)));
        var rooms = new[] { await app.RoomAsync(), await app.RoomAsync("研修室2"), await app.RoomAsync("大ホール（東）"), await app.RoomAsync("大ホール（西）") };
        // Nobody opens a month on a program that was started a minute ago: March has been booked from.
        for (var n = 0; n < Before; n++)
        {
            using var earlier = (n % 2 == 1 && second is not null ? second : app).NewBrowser();
            await BookAsync(new Watched(earlier, []), rooms[n % 4].Id, new DateOnly(2027, 3, 6).AddDays(7 * (n / 4 % 4)), Spans[n / 16 % 3], 900 + n);
        }

        var times = new List<TimeSpan>();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, People).Select(async n =>
        {
            // A fifth of them at the stroke of noon.
            await Task.Delay(n < People / 5 ? TimeSpan.Zero : Rush * n / People);
            using var browser = (n % 2 == 1 && second is not null ? second : app).NewBrowser();
            // Four rooms on the Saturdays of April, three times a day: 48 for 500.
            return await BookAsync(new Watched(browser, times), rooms[n % 4].Id, new DateOnly(2027, 4, 3).AddDays(7 * (n / 4 % 4)), Spans[n / 16 % 3], n);
        }));

        var p95 = times.Order().ElementAt((int)(times.Count * 0.95));
        Console.WriteLine($"{times.Count} pages, p50 {times.Order().ElementAt(times.Count / 2).TotalMilliseconds:0} ms, p95 {p95.TotalMilliseconds:0} ms; {outcomes.Count(o => o)} of {People} have a room");
        Assert.Equal(48, outcomes.Count(o => o));
        Assert.Equal(48 + Before, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.CountAsync()));
        await Rules.HoldAsync(app);
        Assert.True(p95 <= TimeSpan.FromSeconds(1), $"p95 was {p95}.");
    }

    /// <returns>Whether they have it in the end; whoever has not was told so with 409.</returns>
    private static async Task<bool> BookAsync(Watched who, Guid room, DateOnly date, string span, int n)
    {
        await who.OpenAsync($"/rooms?hall=1&date={date:yyyy-MM-dd}");
        var choice = await who.OpenAsync($"/rooms/{room}/book?date={date:yyyy-MM-dd}");
        if (choice.Document.QuerySelector($"input[value='{span}']") is null)
        {
            return false; // The page says already that it is gone.
        }

        var form = await who.SubmitAsync(choice, new { Span = span, UserClass = "Group" });
        if (form.Status == HttpStatusCode.Conflict)
        {
            return false;
        }

        var confirm = await who.SubmitAsync(form, new { GroupName = $"第{n}の会", FamilyName = "中村", FamilyKana = "なかむら", Phone = $"090-0000-{n:0000}", Purpose = "書道", GivenRooms.PurposeKind, GivenRooms.Tie, People = 5, Promise = "true", Agree = "true" });
        var done = await who.SubmitAsync(confirm);
        Assert.Equal("部屋の予約を受け付けました", done.Heading);
        return true;
    }

    /// <summary>A browser, and how long its pages took.</summary>
    private sealed class Watched(Browser browser, List<TimeSpan> times)
    {
        public Task<Page> OpenAsync(string url) => WatchAsync(() => browser.OpenAsync(url));

        public Task<Page> SubmitAsync(Page page, object? fields = null) => WatchAsync(() => browser.SubmitAsync(page, fields));

        private async Task<Page> WatchAsync(Func<Task<Page>> act)
        {
            var clock = Stopwatch.StartNew();
            var page = await act();
            lock (times)
            {
                times.Add(clock.Elapsed);
            }

            Assert.Contains(page.Status, new[] { HttpStatusCode.OK, HttpStatusCode.Conflict });
            return page;
        }
    }
}
