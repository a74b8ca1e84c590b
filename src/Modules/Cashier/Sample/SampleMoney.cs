using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Sample;

/// <summary>Yesterday's and today's drawer of each hall that is owed something, most bills of past days paid, and a mistake that waits to be reversed.</summary>
internal sealed class SampleMoney(CashierDb db, IHallDirectory halls) : ISampleLife
{
    private const int Float = 30_000;
    private const int PerDay = 8;

    private static readonly Guid Clerk = new("5a3b1e00-0000-7000-8000-000000000001");

    /// <summary>After the hires.</summary>
    public int Order => ISampleLife.Life + 20;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        if (await db.Drawers.AnyAsync(cancellation))
        {
            return;
        }

        var owed = (await db.Bills.Where(b => b.Day <= today.AddDays(3)).OrderBy(b => b.Day).ThenBy(b => b.Number).ToListAsync(cancellation)).ToLookup(b => b.HallId);
        foreach (var hall in (await halls.GetAsync(cancellation)).All.Where(h => owed[h.Id].Any()))
        {
            Fill(hall.Id, [.. owed[hall.Id].Take(PerDay * 2)], today);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private void Fill(Guid hall, IReadOnlyList<Bill> bills, DateOnly today)
    {
        var serial = new Dictionary<int, int>();
        Receipt? last = null;
        foreach (var (day, some) in new[] { today.AddDays(-1), today }.Zip(bills.Chunk(PerDay)))
        {
            var drawer = Drawer.Open(hall, Clerk, "見本", Float, day.ToUtc(new TimeOnly(8, 30)));
            db.Drawers.Add(drawer);
            foreach (var (bill, n) in some.Select((b, n) => (b, n)))
            {
                last = bill.Take(bill.Due, new Writing(Method.Cash, drawer, Clerk, "見本", day.ToUtc(new TimeOnly(9, 0).AddMinutes(n * 10))));
                last.Follow(serial.GetValueOrDefault(last.FiscalYear));
                serial[last.FiscalYear] = last.Serial;
                db.Receipts.Add(last);
                db.Issues.Add(new Issue(last, 1, "見本", last.At));
            }

            if (day < today)
            {
                drawer.Close(Count(drawer.Expected), "", "見本", day.ToUtc(new TimeOnly(21, 30)));
            }
        }

        if (last is not null)
        {
            db.Reversals.Add(Reversal.Ask(last, "別の予約の分を受け取った", Clerk, "見本", last.At.AddMinutes(5)));
        }
    }

    private static List<int> Count(int yen)
    {
        var counts = new List<int>();
        foreach (var piece in Drawer.Pieces)
        {
            counts.Add(yen / piece);
            yen %= piece;
        }

        return counts;
    }
}
