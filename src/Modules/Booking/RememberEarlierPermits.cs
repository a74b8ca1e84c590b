using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Permits that were written before versions were kept get the one that is printed, once.</summary>
internal sealed class RememberEarlierPermits(BookingDb db, AppDatabase database, HallScope scope) : IAfterMigration
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellation)
    {
        scope.OpenEverywhere();
        while (await db.Hires.Include(h => h.Fees).Where(h => h.PermitVersion > 0 && !h.Permits.Any()).OrderBy(h => h.Id).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            some.ForEach(h => h.RememberPermit());
            await database.InTransactionAsync(() => db.SaveChangesAsync(cancellation), cancellation);
            db.ChangeTracker.Clear();
        }
    }
}
