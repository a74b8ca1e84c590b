using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>What other modules say is owed, kept as bills.</summary>
internal sealed class CashierDesk(CashierDb db) : ICashier
{
    private const int Some = 500;

    public async Task OweAsync(IReadOnlyCollection<Charge> charges, CancellationToken cancellation = default)
    {
        foreach (var some in charges.Chunk(Some))
        {
            var subjects = some.Select(c => c.Subject).ToList();
            var known = await db.Bills.IgnoreQueryFilters().Where(b => subjects.Contains(b.Subject)).ToDictionaryAsync(b => b.Subject, cancellation);
            foreach (var charge in some)
            {
                if (known.TryGetValue(charge.Subject, out var bill))
                {
                    bill.Say(charge);
                }
                else if (charge.Yen != 0)
                {
                    // What costs nothing from the start makes no bill.
                    db.Bills.Add(Bill.Of(charge));
                }
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyDictionary<Guid, Standing>> StandingAsync(IReadOnlyCollection<Guid> subjects, CancellationToken cancellation = default)
    {
        var standing = new Dictionary<Guid, Standing>();
        foreach (var some in subjects.Chunk(Some))
        {
            foreach (var b in await db.Bills.IgnoreQueryFilters().AsNoTracking().Where(b => some.Contains(b.Subject)).ToListAsync(cancellation))
            {
                standing[b.Subject] = b.Standing;
            }
        }

        return standing;
    }
}
