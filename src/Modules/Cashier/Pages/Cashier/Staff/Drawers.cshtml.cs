using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>Drawers of the user's halls: those still open first, then the newest.</summary>
[Authorize(CashierModule.Take)]
internal sealed class DrawersModel(CashierDb db, IHallDirectory directory) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<Drawer> Rows { get; private set; } = [];

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Halls = await directory.GetAsync(cancellation);
        Count = await db.Drawers.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await db.Drawers.AsNoTracking().OrderBy(d => d.ClosedAt != null).ThenByDescending(d => d.Date).ThenByDescending(d => d.OpenedAt).ThenBy(d => d.Id)
            .Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation);
    }
}
