using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Pages.Cashier.Staff;

/// <summary>What is owed for one thing, line by line, and every receipt for it.</summary>
[Authorize(CashierModule.Take)]
internal sealed class BillModel(CashierDb db, TakeMoney take, IHallDirectory directory, IAudit audit, IEnumerable<IChargeLines> explainers, IGrants grants) : BillPage(db, take, directory, audit)
{
    public IReadOnlyList<ChargeLine> Lines { get; private set; } = [];

    public IReadOnlyList<Receipt> Receipts { get; private set; } = [];

    /// <summary>Whether the user may open the page of what is charged for.</summary>
    public bool MayOpenRecord { get; private set; }

    protected override async Task LoadMoreAsync()
    {
        Lines = await explainers.ExplainAsync(Bill);
        MayOpenRecord = explainers.FirstOrDefault(e => e.Kind == Bill.Kind)?.Permission is not { } asked || await grants.HoldsAsync(User, asked, Bill.HallId);
        Receipts = await Db.Receipts.AsNoTracking().Where(r => r.BillId == Id).OrderBy(r => r.At).ThenBy(r => r.Serial).ToListAsync();
    }
}
