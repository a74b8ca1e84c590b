using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>The one way to take time of a room: behind the lock of its spaces, after what has expired was cleared away, and never past the unique cells.</summary>
internal sealed partial class RoomCalendar(BookingDb db, HireQueries queries, SpaceLock spaceLock, IRooms rooms, TellWaiters tell, ICityRules rules, TimeProvider clock) : IRoomCalendar
{
    public const string Taken = "この時間は、もう使われることになっています。空いている時間を選んでください。";

    public async Task<Guid> ClaimAsync(RoomUse use, CancellationToken cancellation = default) => (await PutAsync(use, null, cancellation)).Id;

    /// <param name="expiresAt">When it ends by itself, UTC; null for never.</param>
    public async Task<Occupancy> PutAsync(RoomUse use, DateTime? expiresAt, CancellationToken cancellation = default)
    {
        var room = await FindAsync(use.Slot, cancellation);
        var occupancy = Occupancy.Of(room, use, expiresAt);
        await MakeFreeAsync(room, use.Slot, null, cancellation);
        // An election does not stand in line: the law gives it any room that nobody has.
        if (use.Kind is not (RoomUseKind.Offer or RoomUseKind.Election) && await IsPromisedAsync(room, use.Slot, cancellation))
        {
            throw new RuleBroken(Promised);
        }

        db.Occupancies.Add(occupancy);
        db.Cells.AddRange(occupancy.CellsIn(room));
        await db.SaveChangesAsync(cancellation);
        return occupancy;
    }

    public async Task MoveAsync(Guid occupancy, RoomSlot to, CancellationToken cancellation = default)
    {
        var room = await FindAsync(to, cancellation);
        var before = await db.Occupancies.IgnoreQueryFilters().Where(o => o.Id == occupancy).Select(o => new { o.RoomId, o.Date }).SingleOrDefaultAsync(cancellation);
        var left = before is null ? null : await rooms.FindAsync(before.RoomId, cancellation);
        await spaceLock.TakeAsync((left is null ? [] : await AroundAsync(left, cancellation)).Append(room).SelectMany(r => r.Spaces), cancellation);
        var moved = await db.Occupancies.IgnoreQueryFilters().SingleOrDefaultAsync(o => o.Id == occupancy, cancellation) ?? throw new RuleBroken("部屋の記録が見つかりません。新しく部屋を取ってください。");
        moved.MoveTo(room, to);
        await MakeFreeAsync(room, to, occupancy, cancellation);
        await db.Cells.Where(c => c.OccupancyId == occupancy).ExecuteDeleteAsync(cancellation);
        db.Cells.AddRange(moved.CellsIn(room));
        await db.SaveChangesAsync(cancellation);
        if (left is not null)
        {
            await OfferAsync(left, before!.Date, cancellation);
        }
    }

    public async Task ReleaseAsync(Guid occupancy, CancellationToken cancellation = default)
    {
        if (await db.Occupancies.IgnoreQueryFilters().SingleOrDefaultAsync(o => o.Id == occupancy, cancellation) is not { ReleasedAt: null } released
            || await rooms.FindAsync(released.RoomId, cancellation) is not { } room)
        {
            return;
        }

        await LockAroundAsync(room, cancellation);
        released.Release(clock.UtcNow());
        await db.Cells.Where(c => c.OccupancyId == occupancy).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await OfferAsync(room, released.Date, cancellation);
    }

    public async Task<string?> WhyNotAsync(RoomSlot slot, CancellationToken cancellation = default)
    {
        var now = clock.UtcNow();
        var room = await FindAsync(slot, cancellation);
        return await InTheWay(room, slot, null).AnyAsync(o => o.ExpiresAt == null || o.ExpiresAt > now, cancellation) ? Taken : null;
    }

    /// <summary>The guard that gives the polite sentence; behind it stands the unique index.</summary>
    private async Task MakeFreeAsync(Room room, RoomSlot slot, Guid? except, CancellationToken cancellation)
    {
        await spaceLock.TakeAsync(room.Spaces, cancellation);
        var now = clock.UtcNow();
        var there = await InTheWay(room, slot, except).Select(o => new { o.Id, o.ExpiresAt }).ToListAsync(cancellation);
        if (there.Exists(o => o.ExpiresAt is null || o.ExpiresAt > now))
        {
            throw new RuleBroken(Taken);
        }

        if (there.Count > 0)
        {
            var expired = there.ConvertAll(o => o.Id);
            await db.Occupancies.IgnoreQueryFilters().Where(o => expired.Contains(o.Id)).ExecuteDeleteAsync(cancellation);
        }
    }

    private IQueryable<Occupancy> InTheWay(Room room, RoomSlot slot, Guid? except)
    {
        var (spaces, cells, date) = (room.Spaces, Cells.Of(slot.From, slot.To), slot.Date);
        var taken = db.Cells.Where(c => spaces.Contains(c.SpaceId) && c.Date == date && c.Number >= cells.First && c.Number < cells.End).Select(c => c.OccupancyId);
        return db.Occupancies.IgnoreQueryFilters().AsNoTracking().Where(o => taken.Contains(o.Id) && o.Id != except);
    }

    private async Task<Room> FindAsync(RoomSlot slot, CancellationToken cancellation) =>
        await rooms.FindAsync(slot.RoomId, cancellation) ?? throw new RuleBroken("部屋が見つかりません。部屋を選び直してください。");
}
