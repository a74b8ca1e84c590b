using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>A page on which one reversal of the user's halls is answered.</summary>
internal abstract class ReversalPage(CashierDb db, IHallDirectory directory) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public Reversal Reversal { get; private set; } = null!;

    public Receipt Receipt { get; private set; } = null!;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public string? WhyNot => Reversal.WhyNotAnswer(User.Clerk().Id);

    protected CashierDb Db { get; } = db;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Reversals.SingleOrDefaultAsync(r => r.Id == Id) is not { } reversal)
        {
            return NotFound();
        }

        (Reversal, Receipt, Halls) = (reversal, await Db.Receipts.SingleAsync(r => r.Id == reversal.ReceiptId), await directory.GetAsync());
        return null;
    }
}
