using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>A draw of hall 1's rooms in March 2027: wishes from 1 to 10 December 2026, first come from the 21st.</summary>
internal static class Lots
{
    public static readonly DateOnly Saturday = new(2027, 3, 6);

    public static readonly string Seed = new('a', 64);

    public static DateTimeOffset December(int day, int hour, int minute = 0) => new(2026, 12, day, hour, minute, 0, TimeSpan.FromHours(9));

    /// <summary>Head office sets the rule, and on the first of December the draw is announced.</summary>
    public static async Task<Lottery> LotteryAsync(this KominkanApp app, object? changes = null)
    {
        using (var office = await app.SignInAsync(RoleKeys.HeadOffice))
        {
            var hall = await app.HallAsync();
            var fields = new Dictionary<string, string> { ["Place"] = hall.Id.ToString(), ["MaxWins"] = "2", ["From"] = "2026-12-01" };
            foreach (var p in changes?.GetType().GetProperties() ?? [])
            {
                fields[p.Name] = p.GetValue(changes)!.ToString()!;
            }

            var done = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/lotteries/new"), fields);
            Assert.Empty(done.Errors);
        }

        app.Clock.SetUtcNow(December(1, 9));
        await app.RunJobAsync("booking.run-lotteries");
        return await app.DoAsync(s => s.GetRequiredService<BookingDb>().Lotteries.AsNoTracking().OrderBy(l => l.Month).FirstAsync());
    }

    /// <summary>A group enters; the page with its number.</summary>
    public static async Task<Page> EnterAsync(this Browser browser, Guid lottery, int n, params Wished[] wishes) =>
        await browser.SubmitAsync(await browser.OpenAsync($"/lotteries/{lottery}/enter"), new Dictionary<string, string>(Lines(wishes))
        {
            ["GroupName"] = $"第{n}の会",
            ["FamilyName"] = "中村",
            ["FamilyKana"] = "なかむら",
            ["Phone"] = $"090-0000-{n:0000}",
            ["Purpose"] = "練習",
            ["PurposeKind"] = GivenRooms.PurposeKind,
            ["Tie"] = $"{GivenRooms.Tie}",
            ["People"] = "8",
            ["Promise"] = "true",
            ["Agree"] = "true",
        });

    public static Dictionary<string, string> Lines(params Wished[] wishes)
    {
        var lines = new Dictionary<string, string>();
        foreach (var (n, w) in wishes.Index())
        {
            lines[$"Wishes[{n}].RoomId"] = w.Room.Id.ToString();
            lines[$"Wishes[{n}].Date"] = $"{w.Date ?? Saturday:yyyy-MM-dd}";
            lines[$"Wishes[{n}].Span"] = w.Span;
            lines[$"Wishes[{n}].With"] = w.With ? "true" : "false";
        }

        return lines;
    }

    /// <summary>The window closes, and a clerk types the public number.</summary>
    public static async Task<Page> DrawAsync(this KominkanApp app, Guid lottery)
    {
        app.Clock.SetUtcNow(December(11, 0));
        await app.RunJobAsync("booking.run-lotteries");
        app.Clock.SetUtcNow(December(11, 9));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        return await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/lotteries/{lottery}"), new { Seed });
    }

    public static Task<LotteryEntry> EntryAsync(this KominkanApp app, string number) => app.DoAsync(s => s.GetRequiredService<BookingDb>().LotteryEntries.AsNoTracking().Include(e => e.Wishes).SingleAsync(e => e.Number == number));

    public static Task<RoomHire> WonAsync(this KominkanApp app, LotteryWish wish) => app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().SingleAsync(h => h.Id == wish.HireId));
}

internal sealed record Wished(Room Room, string Span = "9:00-12:00", DateOnly? Date = null, bool With = false);
