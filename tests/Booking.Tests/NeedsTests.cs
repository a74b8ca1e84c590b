using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Many uses at once: all of it or nothing.</summary>
public sealed class NeedsTests
{
    [Fact]
    public async Task A_year_of_a_weekly_evening_is_one_request()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        var needs = Enumerable.Range(0, 52).Select(w => Need(Use(room, 18, 21, date: Day.AddDays(7 * w)))).ToList();

        await SetAsync(app, needs);
        await SetAsync(app, needs);

        Assert.Equal((52 * 12, 52), await app.CountAsync());
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Two_change_places_and_one_clash_refuses_all()
    {
        await using var app = await KominkanApp.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        var (a, b) = (Use(room, 9, 12), Use(other, 9, 12));
        await SetAsync(app, [Need(a), Need(b)]);

        await SetAsync(app, [Need(a with { Slot = b.Slot }), Need(b with { Slot = a.Slot })]);
        await app.ClaimAsync(Use(room, 13, 15));
        var clash = await Assert.ThrowsAsync<RuleBroken>(() => SetAsync(app, [Need(a with { Slot = a.Slot with { Date = Day.AddDays(1) } }), Need(Use(room, 14, 16))]));

        Assert.Equal("12月5日（土）午後2時から午後4時までの研修室1は、ほかのことに使われます。部屋か時間を変えてください。", clash.Message);
        Assert.Equal(other.Id, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.Where(o => o.Subject == a.Subject).Select(o => o.RoomId).SingleAsync()));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_needs_no_room_any_more_gives_it_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        var use = Use(room, 9, 12);
        await SetAsync(app, [Need(use)]);

        await SetAsync(app, [new RoomNeed(use.Subject, null)]);

        Assert.Equal((0, 0), await app.CountAsync());
        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
    }

    [Fact]
    public async Task Of_a_single_evening_and_a_whole_year_exactly_one_gets_it()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        var year = Enumerable.Range(0, 20).Select(w => Need(Use(room, 18, 21, date: Day.AddDays(7 * w)))).ToList();

        var won = await AtOnceAsync(Enumerable.Range(0, 20), async n =>
        {
            try
            {
                await (n % 2 == 0 ? SetAsync(app, [.. year.Select(y => Need(y.Use! with { Subject = Guid.CreateVersion7() }))]) : app.ClaimAsync(Use(room, 19, 20, date: Day.AddDays(7 * n))));
                return n;
            }
            catch (RuleBroken)
            {
                return -1;
            }
        });

        // Either one whole year, or only single evenings.
        Assert.True(won.Count(n => n >= 0 && n % 2 == 0) is 0 or 1, string.Join(' ', won));
        Assert.True(won.Any(n => n >= 0 && n % 2 == 0) != won.Any(n => n >= 0 && n % 2 == 1), string.Join(' ', won));
        await Rules.HoldAsync(app);
    }

    private static RoomNeed Need(RoomUse use) => new(use.Subject, use);

    private static Task SetAsync(KominkanApp app, IReadOnlyCollection<RoomNeed> needs) => app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().SetAsync(needs));
}
