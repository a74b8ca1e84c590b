using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>One line of the book: what it was for, on which papers it was given out, whether it was reversed.</summary>
[Authorize(CashierModule.Take)]
internal sealed class ReceiptModel(CashierDb db, IHallDirectory directory, IAudit audit) : ReceiptPage(db, directory, audit)
{
    public IReadOnlyList<Issue> Issues { get; private set; } = [];

    /// <summary>The receipt that reversed it.</summary>
    public Guid? ReversedBy { get; private set; }

    public Reversal? Waiting { get; private set; }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        Issues = await Db.Issues.AsNoTracking().Where(i => i.ReceiptId == Id).OrderBy(i => i.No).ToListAsync();
        ReversedBy = await Db.Receipts.Where(r => r.ReversesId == Id).Select(r => (Guid?)r.Id).SingleOrDefaultAsync();
        Waiting = await Db.Reversals.AsNoTracking().SingleOrDefaultAsync(r => r.Waiting == Id);
        return null;
    }
}
