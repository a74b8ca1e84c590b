using System.Globalization;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>Bills for what is a person's, and receipts made out to them. What was paid stays on the books without a name.</summary>
internal sealed class PayerPersonalData(CashierDb db, IHallDirectory halls) : IPersonalData
{
    public string Key => "cashier";

    public string Title => "支払い";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        // A bill says its payer as its module named them; who it is the module knows, by the record it is for.
        var bills = await db.Bills.IgnoreQueryFilters().AsNoTracking().Where(b => person.Subjects.Contains(b.Subject) && b.Payer != Bill.ErasedPayer).OrderBy(b => b.Day).ToListAsync(cancellation);
        var ids = bills.ConvertAll(b => b.Id);
        var receipts = await db.Receipts.IgnoreQueryFilters().AsNoTracking().Where(r => ids.Contains(r.BillId)).OrderBy(r => r.At).ToListAsync(cancellation);
        var directory = await halls.GetAsync(cancellation);
        return
        [
            .. bills.Select(b => new PersonalRecord(b.Id, "請求", [new("番号", b.Number), new("内容", b.Title), new("氏名・団体", b.Payer), new("額", Wording.Yen(b.Due)), new("支払い済みの額", Wording.Yen(b.Paid))])),
            .. receipts.Select(r => new PersonalRecord(r.Id, "領収書", [new("番号", r.Number(directory)), new("日時", r.At.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), new("宛名", r.Payer), new("但し書", r.Purpose), new("額", Wording.Yen(r.Yen)), new("理由", r.Reason)])),
        ];
    }

    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        foreach (var bill in await db.Bills.IgnoreQueryFilters().Where(b => records.Contains(b.Id)).ToListAsync(cancellation))
        {
            bill.Erase();
        }

        // With its bill, also a receipt that was written after the list of records was made.
        var receipts = from receipt in db.Receipts.IgnoreQueryFilters()
                       join bill in db.Bills.IgnoreQueryFilters() on receipt.BillId equals bill.Id
                       where records.Contains(receipt.Id) || records.Contains(receipt.BillId)
                       select new { receipt, bill.Title };
        foreach (var written in await receipts.ToListAsync(cancellation))
        {
            written.receipt.Erase(written.Title);
        }

        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>領収書: who paid is blanked when the city need not know any longer; numbers and amounts stay.</summary>
internal sealed class OldReceipts(CashierDb db, AppDatabase database, PayerPersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "cashier.receipts";

    public string Label => "請求と領収書（氏名、団体名）";

    public int Months => 60;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(b => b.Id).Take(Batch).Select(b => b.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    private IQueryable<Bill> Old(DateTime before)
    {
        var day = DateOnly.FromDateTime(before);
        return db.Bills.IgnoreQueryFilters().Where(b => b.Day < day && b.Payer != Bill.ErasedPayer && !db.Receipts.IgnoreQueryFilters().Any(r => r.BillId == b.Id && r.Date >= day));
    }
}
