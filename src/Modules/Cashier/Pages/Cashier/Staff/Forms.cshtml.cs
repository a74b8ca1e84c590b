using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>How receipts are headed and signed, were and will be.</summary>
[Authorize(CashierModule.FormsPermission)]
internal sealed class FormsModel(CashierDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ReceiptForm> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rows = await db.Forms.AsNoTracking().OrderByDescending(f => f.ValidFrom).ToListAsync(cancellation);

    public Status StatusOf(ReceiptForm form) =>
        form.ValidFrom > clock.Today() ? new("これから", Tone.Warn) : form == Rows.First(f => f.ValidFrom <= clock.Today()) ? new("いま", Tone.Ok) : new("終わり", Tone.Off);
}
