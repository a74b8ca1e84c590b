using Kominkan.Cashier.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>Names who pays for who reads the audit.</summary>
internal sealed class PayerNames(CashierDb db) : ISubjectNames
{
    private const int Most = 50;

    public string Kind => Seeing.Kind;

    public string Label => "支払う方";

    public async Task<IReadOnlyDictionary<Guid, SubjectName>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default)
    {
        var names = new Dictionary<Guid, SubjectName>();
        foreach (var some in ids.Chunk(1000))
        {
            var bills = await db.Bills.AsNoTracking().Where(b => some.Contains(b.Id)).Select(b => new { b.Id, b.Payer }).ToListAsync(cancellation);
            bills.ForEach(b => names[b.Id] = new SubjectName(b.Payer, $"/staff/cashier/bills/{b.Id}"));
        }

        return names;
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellation = default) =>
        await db.Bills.Where(b => b.Number == text || b.Payer == text).OrderByDescending(b => b.Id).Take(Most).Select(b => b.Id).ToListAsync(cancellation);
}
