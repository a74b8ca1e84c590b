using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Time given back goes to who waits for it, in the same transaction: nobody cancels and grabs.</summary>
internal sealed partial class RoomCalendar
{
    public const string Promised = "この時間は、空くのを待っている方に先に案内します。ほかの時間を選んでください。";

    /// <summary>How long the time is kept for who is offered it.</summary>
    public static readonly CityRule OfferDays = new("booking.offer-days", "空いた部屋を案内してから返事を待つ日数", "日", 2, 1, 14);

    /// <summary>Holds the room and all that share a space with it, in one go and in order: whoever waits for one of them may be offered it.</summary>
    public async Task LockAroundAsync(Room room, CancellationToken cancellation = default) =>
        await spaceLock.TakeAsync((await AroundAsync(room, cancellation)).SelectMany(r => r.Spaces), cancellation);

    /// <summary>Offers what is free on the day to who waits, down the list; call it behind <see cref="LockAroundAsync"/>.</summary>
    public async Task OfferAsync(Room room, DateOnly date, CancellationToken cancellation = default)
    {
        var around = (await AroundAsync(room, cancellation)).ToDictionary(r => r.Id);
        var ids = around.Keys.ToList();
        var waiting = await InOrder(db.Waits.IgnoreQueryFilters().Where(w => w.Date == date && w.State == WaitState.Waiting && ids.Contains(w.RoomId))).ToListAsync(cancellation);
        if (waiting.Count == 0 || await IsClosedAsync(room, date, cancellation))
        {
            return;
        }

        var (now, days) = (clock.UtcNow(), await rules.OnAsync(OfferDays, clock.Today(), cancellation));
        foreach (var wait in waiting)
        {
            var wanted = around[wait.RoomId];
            if (wait.DeadlineOf(now, days) is { } until && await IsFreeAsync(wanted, wait.Slot, now, cancellation))
            {
                wait.Offer(until);
                await PutAsync(wait.Use, null, cancellation);
                await tell.OfferedAsync(wait, wanted, cancellation);
            }
        }
    }

    /// <summary>Those of a draw in its order, then who asked first.</summary>
    public static IQueryable<RoomWait> InOrder(IQueryable<RoomWait> waits) => waits.OrderBy(w => w.DrawOrder == null).ThenBy(w => w.DrawOrder).ThenBy(w => w.AskedAt).ThenBy(w => w.Id);

    /// <summary>Until the sweep has offered what ended by itself, it is nobody else's: what somebody waits for and could have is not free.</summary>
    public async Task<bool> IsPromisedAsync(Room room, RoomSlot slot, CancellationToken cancellation = default)
    {
        var waiting = await queries.WaitingAsync(db, room.HallId, slot, cancellation);
        var now = clock.UtcNow();
        foreach (var wait in waiting)
        {
            if (await rooms.FindAsync(wait.RoomId, cancellation) is { } wanted && wanted.Spaces.Any(room.Spaces.Contains) && wait.DeadlineOf(now, 1) is not null && await IsFreeAsync(wanted, wait.Slot, now, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsFreeAsync(Room room, RoomSlot slot, DateTime now, CancellationToken cancellation) =>
        !await InTheWay(room, slot, null).AnyAsync(o => o.ExpiresAt == null || o.ExpiresAt > now, cancellation);

    private async Task<IReadOnlyList<Room>> AroundAsync(Room room, CancellationToken cancellation) =>
        [room, .. (await rooms.OfHallAsync(room.HallId, cancellation)).Where(r => r.Id != room.Id && r.Spaces.Any(room.Spaces.Contains))];
}
