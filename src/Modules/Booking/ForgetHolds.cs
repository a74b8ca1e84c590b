using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Kominkan.Booking;

/// <summary>Deletes holds nobody confirmed and, a day later, what was typed meanwhile. Booking does not wait for it: whoever wants the time clears it away.</summary>
internal sealed class ForgetHolds(BookingDb db, AppDatabase database, IPublicPages pages, IConfiguration configuration, TimeProvider clock) : IJob
{
    private const int Hours = 24;

    public Task RunAsync(CancellationToken cancellation) => database.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow();
        var old = now.AddHours(-configuration.GetValue("Drafts:KeepHours", Hours));
        if (await db.Occupancies.Where(o => o.ExpiresAt <= now).ExecuteDeleteAsync(cancellation) > 0)
        {
            database.AfterCommit(() => pages.EvictAsync(BookingModule.RoomsTag));
        }

        await db.Drafts.Where(d => d.ExpiresAt < old).ExecuteDeleteAsync(cancellation);
    }, cancellation);
}
