using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Booking;

/// <summary>
/// The sweep behind the displacement desk: finds a room for who has none, and ends what nobody answered, one transaction a
/// hire. A second run finds nothing to do.
/// </summary>
internal sealed class SettleDisplacements(BookingDb db, AppDatabase database, Displace displace, Rehouse rehouse, OtherRooms others, IRooms rooms, TimeProvider clock, ILogger<SettleDisplacements> log) : IJob
{
    private const int Tries = 3;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        foreach (var open in await db.Displacements.AsNoTracking().Where(d => d.WithdrawnAt == null && d.To >= today).OrderBy(d => d.Id).ToListAsync(cancellation))
        {
            await database.InTransactionAsync(() => displace.GatherAsync(open, cancellation), cancellation);
            db.ChangeTracker.Clear();
        }

        foreach (var id in await db.DisplacedHires.Where(d => d.State == MoveState.Open || d.State == MoveState.Offered).OrderBy(d => d.Date).ThenBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellation))
        {
            var tries = 0;
            while (!await SettleAsync(id, cancellation) && ++tries < Tries)
            {
            }
        }
    }

    /// <returns>False where somebody was faster, and it is worth another look.</returns>
    private async Task<bool> SettleAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            await database.InTransactionAsync(() => SettleAsync(id, clock.UtcNow(), cancellation), cancellation);
            return true;
        }
        catch (Exception e) when (e is RuleBroken or DbUpdateConcurrencyException)
        {
            log.LogInformation("Somebody was faster with the displaced hire {Id}: {Reason}", id, e.Message);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task SettleAsync(Guid id, DateTime now, CancellationToken cancellation)
    {
        var moving = await db.DisplacedHires.SingleAsync(d => d.Id == id, cancellation);
        var hire = await db.Hires.Include(h => h.Items).SingleAsync(h => h.Id == moving.HireId, cancellation);
        if (!moving.IsUndecided)
        {
            return;
        }

        if (hire.IsOff || (moving.State == MoveState.Offered ? moving.OfferUntil < now : moving.Date.ToUtc(moving.From) <= now))
        {
            await rehouse.RefundAsync(moving, cancellation);
        }
        else if (moving.State == MoveState.Open && moving.WhyNotOffer(now) is null && await others.FindAsync(hire, (await rooms.FindAsync(moving.RoomId, cancellation))!, cancellation) is [var room, ..])
        {
            await rehouse.OfferAsync(moving, room, cancellation);
        }
    }
}
