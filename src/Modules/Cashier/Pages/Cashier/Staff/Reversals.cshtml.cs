using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>Reversals of the user's halls: what waits for an answer first.</summary>
[Authorize(CashierModule.Approve)]
internal sealed class ReversalsModel(CashierDb db, IHallDirectory directory) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<(Reversal Reversal, Receipt Receipt)> Rows { get; private set; } = [];

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Halls = await directory.GetAsync(cancellation);
        Count = await db.Reversals.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var rows = await db.Reversals.AsNoTracking().OrderBy(r => r.State == ReversalState.Asked ? 0 : 1).ThenByDescending(r => r.AskedAt).ThenBy(r => r.Id).Skip((PageNo - 1) * Size).Take(Size)
            .Join(db.Receipts.AsNoTracking(), r => r.ReceiptId, r => r.Id, (reversal, receipt) => new { reversal, receipt }).ToListAsync(cancellation);
        Rows = [.. rows.OrderBy(r => r.reversal.State == ReversalState.Asked ? 0 : 1).ThenByDescending(r => r.reversal.AskedAt).Select(r => (r.reversal, r.receipt))];
    }
}
