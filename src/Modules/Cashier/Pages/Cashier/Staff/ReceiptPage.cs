using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>A page about one receipt of the user's halls.</summary>
internal abstract class ReceiptPage(CashierDb db, IHallDirectory directory, IAudit audit) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public Receipt Receipt { get; private set; } = null!;

    public Bill Bill { get; private set; } = null!;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public string Number => Receipt.Number(Halls);

    protected CashierDb Db { get; } = db;

    protected string Home => $"/staff/cashier/receipts/{Id}";

    /// <summary>What is done with the data on this page.</summary>
    protected virtual Act Act => Act.View;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Receipts.SingleOrDefaultAsync(r => r.Id == Id) is not { } receipt)
        {
            return NotFound();
        }

        (Receipt, Halls) = (receipt, await directory.GetAsync());
        Bill = await Db.Bills.SingleAsync(b => b.Id == receipt.BillId);
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act, "領収書", receipt.HallId, [Bill.Id]);
        return await LoadMoreAsync();
    }

    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);
}
