using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What a group need not pay because it is registered: known by its name and the telephone number it registered, both.</summary>
internal sealed class Entitlements(BookingDb db, HireQueries queries)
{
    /// <summary>The reductions by the rules of the day of use.</summary>
    public async Task<IReadOnlyList<Granting>> OfAsync(UserClass user, Hirer hirer, Guid hall, DateOnly use, CancellationToken cancellation = default)
    {
        var (party, phone) = (Party.KeyOf(user, hirer), JapaneseText.PhoneKey(hirer.Phone));
        if (user != UserClass.Group || party.Length == 0 || phone.Length == 0)
        {
            return [];
        }

        var registered = await queries.RegisteredAsync(db, party, phone, use, cancellation);
        var rules = registered.Count == 0 ? [] : await db.Reductions.AsNoTracking().Where(r => r.ValidFrom <= use && (r.ValidTo == null || r.ValidTo >= use)).ToListAsync(cancellation);
        return [.. from e in registered from r in rules where r.Subject == e.Subject && r.IsFor(hall, use) select new Granting(e, r)];
    }

    /// <summary>Takes off a hire that was just made what its group is registered for.</summary>
    public async Task ApplyAsync(RoomHire hire, CancellationToken cancellation = default) =>
        hire.Apply(await OfAsync(hire.UserClass, hire.Hirer, hire.HallId, hire.Date, cancellation), hire.BookedAt);

    /// <summary>The fee as it will be, for who reads it before they book.</summary>
    public async Task<IReadOnlyList<FeeLine>> PreviewAsync(IReadOnlyList<FeeLine> fee, UserClass user, Hirer hirer, Guid hall, DateOnly use, CancellationToken cancellation = default) =>
        [.. fee, .. Granting.Lines(fee, await OfAsync(user, hirer, hall, use, cancellation)).Select(l => l.Line)];
}
