using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>
/// The sweep behind offers of rooms: takes back those nobody answered, offers what has ended by itself (a hold, a block
/// nobody agreed to), and ends waiting when the time has come. Each is one transaction, and a second run finds nothing to do.
/// </summary>
internal sealed class SettleWaits(BookingDb db, AppDatabase database, RoomCalendar calendar, WaitingList waits, IRooms rooms, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        foreach (var late in await db.Waits.Where(w => w.State == WaitState.Offered && w.OfferUntil < now).OrderBy(w => w.OfferUntil).Select(w => w.Id).ToListAsync(cancellation))
        {
            await database.InTransactionAsync(() => waits.LapseAsync(late, cancellation), cancellation);
            db.ChangeTracker.Clear();
        }

        await database.InTransactionAsync(() => EndAsync(now, cancellation), cancellation);
        db.ChangeTracker.Clear();
        foreach (var wanted in await db.Waits.Where(w => w.State == WaitState.Waiting && w.Date >= today).Select(w => new { w.RoomId, w.Date }).Distinct().ToListAsync(cancellation))
        {
            if (await rooms.FindAsync(wanted.RoomId, cancellation) is { } room)
            {
                await database.InTransactionAsync(async () =>
                {
                    await calendar.LockAroundAsync(room, cancellation);
                    await calendar.OfferAsync(room, wanted.Date, cancellation);
                    await db.SaveChangesAsync(cancellation);
                }, cancellation);
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task EndAsync(DateTime now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now.InJapan());
        var begun = await db.Waits.Where(w => w.State == WaitState.Waiting && w.Date <= today).ToListAsync(cancellation);
        begun.Where(w => w.Date.ToUtc(w.From) <= now).ToList().ForEach(w => w.Lapse(now));
        await db.SaveChangesAsync(cancellation);
    }
}
