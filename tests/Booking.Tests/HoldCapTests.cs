using System.Net;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Tests;

/// <summary>A visitor without cookies cannot empty the calendar.</summary>
public sealed class HoldCapTests
{
    private static readonly (string Room, string Span)[] Slots = [("研修室1", "9:00-12:00"), ("研修室1", "13:00-17:00"), ("研修室2", "9:00-12:00"), ("研修室2", "13:00-17:00")];

    [Fact]
    public async Task One_address_keeps_so_many_rooms_at_a_time_and_what_is_booked_does_not_count()
    {
        await using var app = await City.StartAsync(s => s.AddSingleton<ICityRules>(new ThreeHolds()));

        foreach (var (room, span) in Slots.Take(3))
        {
            await KeepAsync(app, room, span);
        }

        var refused = await KeepAsync(app, Slots[3].Room, Slots[3].Span);
        Assert.Equal((HttpStatusCode.Conflict, "同じ接続先から取り置ける部屋は3室までです。しばらくしてから選んでください。"), (refused.Status, Assert.Single(refused.Errors)));

        using var resident = app.NewBrowser();
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        await resident.BookAsync(await app.RoomAsync("和室"));
        foreach (var (room, span) in Slots.Take(3))
        {
            Assert.Contains("取り置いています", (await KeepAsync(app, room, span)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(3, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync(o => o.Kind == Contracts.RoomUseKind.Hold && o.ExpiresAt > app.Clock.UtcNow())));
    }

    [Fact]
    public async Task Choosing_again_gives_the_first_back_and_is_never_one_too_many()
    {
        await using var app = await City.StartAsync(s => s.AddSingleton<ICityRules>(new ThreeHolds()));

        foreach (var (room, span) in Slots)
        {
            Assert.Contains("取り置いています", (await app.Visitor.KeepAsync(await app.RoomAsync(room), span: span)).Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Every time somebody who has no cookie.</summary>
    private static async Task<Page> KeepAsync(KominkanApp app, string room, string span)
    {
        using var somebody = app.NewBrowser();
        return await somebody.KeepAsync(await app.RoomAsync(room), span: span);
    }

    private sealed class ThreeHolds : ICityRules
    {
        public ValueTask<int> OnAsync(CityRule rule, DateOnly day, CancellationToken cancellation = default) => ValueTask.FromResult(rule == HoldCap.Most ? 3 : rule.Initial);
    }
}
