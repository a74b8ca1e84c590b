using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

public sealed class RoomCalendarTests
{
    [Fact]
    public async Task What_begins_when_the_other_ends_is_not_in_its_way()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        await app.ClaimAsync(Use(room, 9, 12));
        await app.ClaimAsync(Use(room, 12, 13));

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => app.ClaimAsync(Use(room, 11, 13)));

        Assert.Equal(RoomCalendar.Taken, refused.Message);
        Assert.Equal((16, 2), await app.CountAsync());
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_whole_room_and_its_parts_are_in_each_others_way_and_the_parts_are_not()
    {
        await using var app = await KominkanApp.StartAsync();
        var (whole, east, west) = (await app.RoomAsync("大ホール"), await app.RoomAsync("大ホール（東）"), await app.RoomAsync("大ホール（西）"));
        await app.ClaimAsync(Use(east, 9, 12));
        await app.ClaimAsync(Use(west, 9, 12));
        await app.ClaimAsync(Use(whole, 13, 17));

        Assert.False(await app.TriesAsync(Use(whole, 11, 13)));
        Assert.False(await app.TriesAsync(Use(east, 16, 18)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Moving_frees_the_old_time_and_takes_the_new_one()
    {
        await using var app = await KominkanApp.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        var moved = await app.ClaimAsync(Use(room, 9, 12));
        await app.ClaimAsync(Use(other, 14, 16));

        // An hour later overlaps only itself.
        await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().MoveAsync(moved, new RoomSlot(room.Id, Day, At(10), At(13))));
        await Assert.ThrowsAsync<RuleBroken>(() => app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().MoveAsync(moved, new RoomSlot(other.Id, Day, At(15), At(17)))));

        Assert.True(await app.TriesAsync(Use(room, 9, 10)));
        Assert.False(await app.TriesAsync(Use(room, 12, 13)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_is_released_is_free_and_stays_on_record()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        var released = await app.ClaimAsync(Use(room, 9, 12));

        await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().ReleaseAsync(released));
        await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().ReleaseAsync(released));

        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
        Assert.Equal(2, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync()));
        await Assert.ThrowsAsync<RuleBroken>(() => app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().MoveAsync(released, new RoomSlot(room.Id, Day, At(18), At(20)))));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_hold_counts_until_its_last_minute_and_whoever_comes_after_clears_it_away()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        var until = app.Clock.UtcNow().AddMinutes(15);
        await app.DoAsync(s => s.GetRequiredService<RoomCalendar>().PutAsync(Use(room, 9, 12, RoomUseKind.Hold), until));

        app.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.False(await app.TriesAsync(Use(room, 11, 13)));
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await app.TriesAsync(Use(room, 11, 13)));
        Assert.Equal((8, 1), await app.CountAsync());
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task When_what_needs_the_room_is_not_kept_the_room_is_not_taken()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.DoAsync(async s =>
        {
            await s.GetRequiredService<IRoomCalendar>().ClaimAsync(Use(room, 9, 12));
            throw new InvalidOperationException("the course was not saved");
        }));

        Assert.Equal((0, 0), await app.CountAsync());
    }

    [Theory]
    [InlineData(12, 0, 12, 0, "終わりの時刻は、始まりの時刻より後にしてください。")]
    [InlineData(12, 0, 9, 0, "終わりの時刻は、始まりの時刻より後にしてください。")]
    [InlineData(9, 10, 12, 0, "時刻は15分きざみで入力してください。")]
    public async Task A_time_that_is_none_is_refused(int fromHour, int fromMinute, int toHour, int toMinute, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        var slot = new RoomSlot(room.Id, Day, At(fromHour, fromMinute), At(toHour, toMinute));

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => app.ClaimAsync(Use(room, 9, 12) with { Slot = slot }));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public async Task Verify_finds_a_use_whose_time_is_not_taken()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.ClaimAsync(Use(await app.RoomAsync(), 9, 12));
        await app.DoAsync(s => s.GetRequiredService<BookingDb>().Cells.Where(c => c.Number == 40).ExecuteDeleteAsync());

        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app));

        Assert.Contains("もれなく", broken.Message, StringComparison.Ordinal);
    }
}
