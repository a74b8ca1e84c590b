using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>減免の登録: who was registered is blanked some time after it has ended; number, reduction and period stay.</summary>
internal sealed class OldEntitlements(BookingDb db, AppDatabase database, HirePersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "booking.entitlements";

    public string Label => "減免の登録（団体名、代表の方、電話番号、確かめたもの）";

    public int Months => 60;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(e => e.Id).Take(Batch).Select(e => e.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    private IQueryable<Entitlement> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return db.Entitlements.IgnoreQueryFilters().Where(e => e.To < day && e.Hirer.FamilyName != Hirer.ErasedName);
    }
}
