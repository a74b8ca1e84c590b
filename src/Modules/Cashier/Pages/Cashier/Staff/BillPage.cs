using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>A page about one bill of the user's halls; a bill of any other hall is not found.</summary>
internal abstract class BillPage(CashierDb db, TakeMoney take, IHallDirectory directory, IAudit audit) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public Bill Bill { get; private set; } = null!;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    /// <summary>The user's own open drawer in the bill's hall.</summary>
    public Drawer? Drawer { get; private set; }

    protected CashierDb Db { get; } = db;

    protected TakeMoney Money { get; } = take;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Bills.SingleOrDefaultAsync(b => b.Id == Id) is not { } bill)
        {
            return NotFound();
        }

        (Bill, Halls, Drawer) = (bill, await directory.GetAsync(), await Money.DrawerOfAsync(bill.HallId, User.Clerk().Id));
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "収納", bill.HallId, [bill.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
