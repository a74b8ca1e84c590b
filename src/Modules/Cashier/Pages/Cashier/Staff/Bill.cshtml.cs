using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>What is owed for one thing, line by line, and every receipt for it.</summary>
[Authorize(CashierModule.Take)]
internal sealed class BillModel(CashierDb db, TakeMoney take, IHallDirectory directory, IAudit audit, IEnumerable<IChargeLines> explainers) : BillPage(db, take, directory, audit)
{
    public IReadOnlyList<ChargeLine> Lines { get; private set; } = [];

    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    protected override async Task LoadMoreAsync()
    {
        Lines = await explainers.ExplainAsync(Bill);
        Receipts = await Db.Receipts.AsNoTracking().Where(r => r.BillId == Id).OrderBy(r => r.At).ThenBy(r => r.Serial).ToListAsync();
    }
}
