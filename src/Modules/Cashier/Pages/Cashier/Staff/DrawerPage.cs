using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>A page about one drawer of the user's halls, and what went into it and out of it.</summary>
internal abstract class DrawerPage(CashierDb db, IHallDirectory directory) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public Drawer Drawer { get; private set; } = null!;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    public Sums Sums => Sums.Of(Receipts);

    protected CashierDb Db { get; } = db;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Drawers.SingleOrDefaultAsync(d => d.Id == Id) is not { } drawer)
        {
            return NotFound();
        }

        (Drawer, Halls) = (drawer, await directory.GetAsync());
        Receipts = await Db.Receipts.AsNoTracking().Where(r => r.DrawerId == Id).OrderBy(r => r.At).ThenBy(r => r.Serial).ToListAsync();
        return null;
    }
}
