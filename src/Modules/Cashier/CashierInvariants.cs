using System.Runtime.CompilerServices;
using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>What must hold of money, whatever was pressed at the same moment: every yen is in one place, and every sheet adds up.</summary>
internal sealed class CashierInvariants(CashierDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (bills, receipts, drawers) = (db.Bills.IgnoreQueryFilters(), db.Receipts.IgnoreQueryFilters(), db.Drawers.IgnoreQueryFilters());
        yield return new("払った額は領収の合計と同じ", await bills.LongCountAsync(b => b.Paid != receipts.Where(r => r.BillId == b.Id).Sum(r => r.Yen), cancellation));
        yield return new("払った額と請求の額は0円より少なくない", await bills.LongCountAsync(b => b.Paid < 0 || b.Due < 0, cancellation));
        yield return new("現金はちょうど1つのレジに入っている", await receipts.LongCountAsync(r => r.Method == Method.Cash != (r.DrawerId != null), cancellation));
        yield return new("レジの現金は同じ館の同じ日のもの", await receipts.LongCountAsync(r => r.DrawerId != null && !drawers.Any(d => d.Id == r.DrawerId && d.HallId == r.HallId && d.Date == r.Date), cancellation));
        yield return new("レジの額は釣銭準備金と領収の合計", await drawers.LongCountAsync(d => d.Expected != d.Float + receipts.Where(r => r.DrawerId == d.Id).Sum(r => r.Yen), cancellation));
        yield return new("締めたレジには数えた額がある", await drawers.LongCountAsync(d => (d.ClosedAt != null) != (d.Counted != null) || (d.Counted != null && d.Counted != d.Expected && d.Reason == ""), cancellation));
        yield return new("締めたレジに後から入れていない", await receipts.LongCountAsync(r => drawers.Any(d => d.Id == r.DrawerId && d.ClosedAt < r.At), cancellation));
        yield return new("取消はもとの領収とちょうど反対の額", await receipts.LongCountAsync(r =>
            (r.Kind == ReceiptKind.Reversal) != (r.ReversesId != null) || (r.ReversesId != null && !receipts.Any(o => o.Id == r.ReversesId && o.Yen == -r.Yen && o.BillId == r.BillId && o.Method == r.Method)), cancellation));
        yield return new("領収書の番号は館と年度ごとに続いている", (await receipts.GroupBy(r => new { r.HallId, r.FiscalYear })
            .Select(g => new { Count = g.Count(), First = g.Min(r => r.Serial), Last = g.Max(r => r.Serial) }).ToListAsync(cancellation)).LongCount(g => g.First != 1 || g.Last != g.Count));
        yield return await SheetsAsync(cancellation);
        yield return new("オンラインの支払いは1回だけ記録した", await bills.LongCountAsync(b =>
            db.Attempts.Where(a => a.BillId == b.Id && a.Outcome == OnlineOutcome.Paid).Sum(a => a.Yen) != receipts.Where(r => r.BillId == b.Id && r.Method == Method.Online && r.Kind == ReceiptKind.Payment).Sum(r => r.Yen), cancellation));
    }

    /// <summary>Of each hall and day: what was for something is what lies in drawers or came another way.</summary>
    private async Task<Invariant> SheetsAsync(CancellationToken cancellation)
    {
        var receipts = await db.Receipts.IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation);
        var drawers = (await db.Drawers.IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation)).ToLookup(d => (d.HallId, d.Date));
        var wrong = receipts.GroupBy(r => (r.HallId, r.Date)).Where(day => !new DailySheet([.. drawers[day.Key]], [.. day]).AddsUp).Select(day => $"{day.Key.Date:yyyy-MM-dd}").ToList();
        return new("日計表は、どの館のどの日も合う", wrong.Count, wrong.Count == 0 ? null : wrong[0]);
    }
}
