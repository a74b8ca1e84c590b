using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>領収書 on A4 or on the roll of a slip printer, by the form that was valid on its day.</summary>
[Authorize(CashierModule.Take)]
internal sealed class SheetModel(CashierDb db, IHallDirectory directory, IAudit audit, IEnumerable<IChargeLines> explainers) : ReceiptPage(db, directory, audit)
{
    [FromRoute] public int No { get; set; }

    [BindProperty(SupportsGet = true)] public string? Paper { get; set; }

    public bool IsSlip => Paper == "slip";

    public Issue Issue { get; private set; } = null!;

    public ReceiptForm? Form { get; private set; }

    public bool IsReversed { get; private set; }

    /// <summary>As they are explained where the whole is paid at once; parts of it explain themselves by their amount.</summary>
    public IReadOnlyList<ChargeLine> Lines { get; private set; } = [];

    protected override Act Act => Act.Print;

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        if (await Db.Issues.AsNoTracking().SingleOrDefaultAsync(i => i.ReceiptId == Id && i.No == No) is not { } issue)
        {
            return NotFound();
        }

        Issue = issue;
        Form = await Db.Forms.AsNoTracking().Where(f => f.ValidFrom <= Receipt.Date).OrderByDescending(f => f.ValidFrom).FirstOrDefaultAsync();
        IsReversed = await Db.Receipts.AnyAsync(r => r.ReversesId == Id);
        var lines = await explainers.ExplainAsync(Bill);
        Lines = lines.Sum(l => l.Yen) == Receipt.Yen ? lines : [];
        return null;
    }
}
