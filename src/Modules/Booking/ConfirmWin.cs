using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Who won a room says that they use it: from now on it is a booking like any other, within the cap of the month.</summary>
internal sealed class ConfirmWin(BookingDb db, Caps caps, IRooms rooms, ChargeHirers charge, TellHirers tell, TimeProvider clock)
{
    /// <exception cref="RuleBroken">There is nothing to confirm, the time is over, or it would be more than the cap.</exception>
    public async Task ConfirmAsync(RoomHire hire, CancellationToken cancellation = default)
    {
        await caps.LockAsync(hire.UserClass, hire.Hirer, cancellation);
        await db.Entry(hire).ReloadAsync(cancellation);
        hire.Confirm(clock.UtcNow());
        await caps.DemandAsync(hire.UserClass, hire.Hirer, hire.Date, hire.Bands, countsWon: false, cancellation);
        await db.SaveChangesAsync(cancellation);
        await charge.SayAsync([hire], cancellation);
        await tell.BookedAsync(hire, (await rooms.FindAsync(hire.RoomId, cancellation))!, cancellation);
    }
}
