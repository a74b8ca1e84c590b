using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>
/// Puts what was changed since the last time into the chain, in the order in which it happened. Whoever books does not wait
/// for it: the database has written the change down, only its hash is added here, by one host at a time.
/// </summary>
internal sealed class SealLedger(BookingDb db, AppDatabase database, IHallDirectory directory, IRooms rooms, TimeProvider clock) : IJob
{
    private const int Batch = 1000;

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await database.InTransactionAsync(() => SealAsync(cancellation), cancellation) == Batch)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<int> SealAsync(CancellationToken cancellation)
    {
        await database.TakeTurnAsync("booking.ledger", cancellation);
        var last = await db.SlotChanges.AsNoTracking().Where(c => c.No != null).OrderByDescending(c => c.No).Select(c => new { c.No, c.Hash }).FirstOrDefaultAsync(cancellation);
        var changes = await db.SlotChanges.Where(c => c.No == null).OrderBy(c => c.Id).Take(Batch).ToListAsync(cancellation);
        var (no, hash, now, halls, users) = (last?.No ?? 0, last?.Hash ?? SlotLedger.Start, clock.UtcNow(), await directory.GetAsync(cancellation), await UsersAsync(changes, cancellation));
        foreach (var change in changes)
        {
            change.Seal(++no, hash, halls.Find(change.HallId)?.No ?? "", (await rooms.FindAsync(change.RoomId, cancellation))?.No ?? "", users.TryGetValue(change.OccupancyId, out var user) ? user : null, now);
            hash = change.Hash!;
        }

        await db.SaveChangesAsync(cancellation);
        return changes.Count;
    }

    /// <summary>Whether a hire is a group's or one person's: all that is told of who it is.</summary>
    private async Task<Dictionary<Guid, UserClass>> UsersAsync(List<SlotChange> changes, CancellationToken cancellation)
    {
        var hires = changes.Where(c => c.Kind == RoomUseKind.Hire).Select(c => c.OccupancyId).Distinct().ToList();
        return hires.Count == 0 ? [] : await (from o in db.Occupancies.IgnoreQueryFilters()
                                              join h in db.Hires.IgnoreQueryFilters() on o.Subject equals h.Id
                                              where hires.Contains(o.Id)
                                              select new { o.Id, h.UserClass }).ToDictionaryAsync(h => h.Id, h => h.UserClass, cancellation);
    }
}

/// <summary>The chain as it is kept.</summary>
internal sealed class ReadLedger(BookingDb db) : ISlotLedger
{
    public async IAsyncEnumerable<LedgerEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var change in db.SlotChanges.AsNoTracking().Where(c => c.No != null).OrderBy(c => c.No).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return change.Entry;
        }
    }

    /// <summary>What was sealed on the day, with what it goes on from.</summary>
    public async Task<PublishedLedgerDay> OfDayAsync(DateOnly day, CancellationToken cancellation = default)
    {
        var entries = (await db.SlotChanges.AsNoTracking().Where(c => c.SealedOn == day).OrderBy(c => c.No).ToListAsync(cancellation)).ConvertAll(c => c.Entry);
        var previous = await HeadAsync(day.AddDays(-1), cancellation);
        return new PublishedLedgerDay(SlotLedger.Format, day, previous, entries, entries.Count > 0 ? entries[^1].Hash : previous);
    }

    /// <summary>The hash of the last entry up to the end of the day.</summary>
    public async Task<string> HeadAsync(DateOnly day, CancellationToken cancellation = default) =>
        await db.SlotChanges.AsNoTracking().Where(c => c.SealedOn <= day).OrderByDescending(c => c.SealedOn).ThenByDescending(c => c.No).Select(c => c.Hash).FirstOrDefaultAsync(cancellation) ?? SlotLedger.Start;
}
