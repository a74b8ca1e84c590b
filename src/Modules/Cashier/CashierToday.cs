using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>What waits at the cash desk. Nothing happens there at a time of its own.</summary>
internal sealed class CashierToday(CashierDb db) : IToday
{
    public Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TodayEvent>>([]);

    public async Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation) =>
    [
        new("締めていない前の日のレジ", "/staff/cashier/drawers", await db.Drawers.CountAsync(d => d.ClosedAt == null && d.Date < today, cancellation), CashierModule.Take),
        new("返すお金", "/staff/cashier?show=refund", await db.Bills.CountAsync(b => b.Paid > b.Due, cancellation), CashierModule.Take),
        new("承認を待つ領収の取消", "/staff/cashier/reversals", await db.Reversals.CountAsync(r => r.State == ReversalState.Asked, cancellation), CashierModule.Approve),
    ];
}
