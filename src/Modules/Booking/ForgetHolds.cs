using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Deletes holds nobody confirmed and, some hours later, what was typed meanwhile. Booking does not wait for it: whoever wants the time clears it away.</summary>
internal sealed class ForgetHolds(BookingDb db, AppDatabase database, IPublicPages pages, ICityRules rules, TimeProvider clock) : IJob
{
    /// <summary>How long what was typed is kept after the room is free again.</summary>
    public static readonly CityRule Hours = new("booking.draft-hours", "送られていない部屋の予約の下書きを残す時間", "時間", 24, 1, 168);

    public Task RunAsync(CancellationToken cancellation) => database.InTransactionAsync(async () =>
    {
        var now = clock.UtcNow();
        var old = now.AddHours(-await rules.OnAsync(Hours, clock.Today(), cancellation));
        if (await db.Occupancies.Where(o => o.ExpiresAt <= now).ExecuteDeleteAsync(cancellation) > 0)
        {
            database.AfterCommit(() => pages.EvictAsync(BookingModule.RoomsTag));
        }

        await db.Drafts.Where(d => d.ExpiresAt < old).ExecuteDeleteAsync(cancellation);
    }, cancellation);
}
