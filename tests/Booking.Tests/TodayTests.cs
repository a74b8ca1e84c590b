using System.Net;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>What 今日 and a closure say of hires.</summary>
public sealed class TodayTests
{
    [Fact]
    public async Task Heads_are_asked_for_once_the_hire_has_begun()
    {
        await using var app = await City.StartAsync();
        var id = (await app.HireAsync(await app.Visitor.BookAsync(await app.RoomAsync()))).Id;
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 8, 45, 0, TimeSpan.FromHours(9)));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{id}/permit"));
        Assert.DoesNotContain("人数を入れる", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains("人数を入れる", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hall_that_closes_is_told_which_hires_and_courses_it_hits()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        await app.CourseAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var page = await CloseAsync(manager, "2026-12-05", "2027-02-28");
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(4, rows.Count);
        Assert.Contains($"貸館 {number}", rows[0], StringComparison.Ordinal);
        Assert.Contains("はじめての陶芸（1/3回）", rows[1], StringComparison.Ordinal);
        Assert.Contains("この間に予定はありません", (await manager.OpenAsync(page.Find("main a[href*='?from=']").GetAttribute("href")!)).Text, StringComparison.Ordinal);
        using var other = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(page.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task What_was_kept_before_the_hall_closed_is_not_booked()
    {
        await using var app = await City.StartAsync();
        var confirm = await app.Visitor.FillInAsync(await app.Visitor.KeepAsync(await app.RoomAsync()));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        await CloseAsync(manager, "2026-12-05", "2026-12-05");
        var refused = await app.Visitor.SubmitAsync(confirm);
        Assert.Equal(["この日は休館です（空調設備の点検）。ほかの日を選んでください。"], refused.Errors);
        Assert.Empty(await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.ToListAsync()));
    }

    private static async Task<Page> CloseAsync(Browser manager, string from, string to) =>
        await manager.SubmitAsync(await manager.OpenAsync("/staff/halls/1/closures/new"), new { From = from, To = to, Kind = "Inspection", Reason = "空調設備の点検" });
}
