using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>The decision about a hire's points, behind the party's lock: who books at the same moment has booked before it, or hears of it.</summary>
internal sealed class DecidePoints(BookingDb db, PartyLock partyLock, Points points, IRooms rooms, TellHirers tell, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Not by this person, not yet, or no reason.</exception>
    public async Task GiveAsync(PointCase about, PointReason? reason, string? words, Clerk by, CancellationToken cancellation = default)
    {
        await BeginAsync(about, cancellation);
        about.Give(reason, words, by, clock.UtcNow());
        await EndAsync(about, PointMessages.Given, cancellation);
    }

    /// <exception cref="RuleBroken">Not by this person, or no reason.</exception>
    public async Task WaiveAsync(PointCase about, PointReason? reason, string? words, Clerk by, CancellationToken cancellation = default)
    {
        await BeginAsync(about, cancellation);
        about.Waive(reason, words, by, clock.UtcNow());
        await EndAsync(about, PointMessages.Waived, cancellation);
    }

    /// <summary>All undecided cases of the hall whose use was on these days.</summary>
    public IQueryable<PointCase> Open(Guid hall, DateOnly from, DateOnly to) =>
        db.PointCases.Where(p => p.HallId == hall && p.Date >= from && p.Date <= to && p.State == PointState.Waiting);

    /// <summary>災害: waives them all at once but those the clerk keyed.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="RuleBroken">There are none.</exception>
    public async Task<int> WaiveAllAsync(Guid hall, DateOnly from, DateOnly to, string? words, Clerk by, CancellationToken cancellation = default)
    {
        // In the order of their names: two who waive at once must not wait for each other.
        var cases = await Open(hall, from, to).Where(p => p.OpenedBy == null || p.OpenedBy != by.Id).OrderBy(p => p.PartyKey).ThenBy(p => p.Id).ToListAsync(cancellation);
        foreach (var about in cases.Count > 0 ? cases : throw new RuleBroken("見送る件はありません。館と日を確かめてください。"))
        {
            await WaiveAsync(about, PointReason.Disaster, words, by, cancellation);
        }

        return cases.Count;
    }

    private async Task BeginAsync(PointCase about, CancellationToken cancellation)
    {
        await partyLock.TakeAsync(about.PartyKey, cancellation);
        await db.Entry(about).ReloadAsync(cancellation);
    }

    private async Task EndAsync(PointCase about, string kind, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var hire = await db.Hires.IgnoreQueryFilters().AsNoTracking().SingleAsync(h => h.Id == about.HireId, cancellation);
        await tell.PointsAsync(hire, (await rooms.FindAsync(hire.RoomId, cancellation))!, about, kind, cancellation, kind == PointMessages.Given ? (await points.OfAsync(about.PartyKey, cancellation)).Until : null);
    }
}
