using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>つながりの確認: which paper who showed is blanked some time after it expired; that it was seen, and when, stays.</summary>
internal sealed class OldTieEvidence(BookingDb db, AppDatabase database, HirePersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "booking.tie-evidence";

    public string Label => "市内とのつながりの確認（団体や人の手がかり、書類の種類）";

    public int Months => 12;

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

    private IQueryable<TieEvidence> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return db.TieEvidence.IgnoreQueryFilters().Where(e => e.ValidTo < day && e.Paper != "");
    }
}
