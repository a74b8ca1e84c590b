using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>The one way money is written down: numbered without a gap, in the drawer it lies in, on the bill it is for.</summary>
internal sealed class TakeMoney(CashierDb db, AppDatabase database, TimeProvider clock)
{
    /// <summary>The clerk's drawer that is open today in the hall, or one of an earlier day that must be closed first; null when there is none.</summary>
    public Task<Drawer?> DrawerOfAsync(Guid hall, Guid clerk, CancellationToken cancellation = default) =>
        db.Drawers.Where(d => d.HallId == hall && d.ClerkId == clerk && d.ClosedAt == null).OrderBy(d => d.Date).FirstOrDefaultAsync(cancellation);

    /// <summary>How a receipt is written by the clerk now; cash goes into their own drawer.</summary>
    /// <exception cref="RuleBroken">For cash, no drawer of theirs is open in the hall; or it is not paid at a desk.</exception>
    public async Task<Writing> ByAsync(Clerk clerk, Guid hall, Method method, CancellationToken cancellation = default)
    {
        if (method is not (Method.Cash or Method.Transfer))
        {
            throw new RuleBroken("現金か口座振込を選んでください。", "Input.Method");
        }

        var drawer = method != Method.Cash ? null
            : await DrawerOfAsync(hall, clerk.Id, cancellation) ?? throw new RuleBroken("現金を扱うには、先に自分のレジを開けてください。");
        return new Writing(method, drawer, clerk.Id, clerk.Name, clock.UtcNow());
    }

    /// <summary>Numbers and saves a receipt that a bill has made, and its first issue on paper.</summary>
    public async Task KeepAsync(Receipt receipt, CancellationToken cancellation = default)
    {
        await NumberAsync(receipt, cancellation);
        db.Receipts.Add(receipt);
        if (receipt.Kind != ReceiptKind.Reversal)
        {
            db.Issues.Add(new Issue(receipt, 1, receipt.ClerkName, receipt.At));
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>取消 that somebody else has agreed to: out of the drawer of who asked, or of who agreed.</summary>
    /// <exception cref="RuleBroken">It is reversed already, or cash is to move and neither has a drawer open.</exception>
    public async Task<Receipt> ReverseAsync(Reversal reversal, Clerk by, CancellationToken cancellation = default)
    {
        var wrong = await db.Receipts.SingleAsync(r => r.Id == reversal.ReceiptId, cancellation);
        if (await db.Receipts.AnyAsync(r => r.ReversesId == wrong.Id, cancellation))
        {
            throw new RuleBroken("この記録は、もう取り消されています。");
        }

        var bill = await db.Bills.SingleAsync(b => b.Id == wrong.BillId, cancellation);
        reversal.Approve(by.Id, by.Name, clock.UtcNow());
        var writing = new Writing(wrong.Method, wrong.Method == Method.Cash ? await DrawerForAsync(reversal, by, cancellation) : null, by.Id, by.Name, clock.UtcNow())
        {
            Payer = wrong.Payer,
            Purpose = wrong.Purpose,
            Reason = reversal.Reason,
        };
        var receipt = bill.Reverse(wrong, writing);
        await KeepAsync(receipt, cancellation);
        return receipt;
    }

    private async Task<Drawer> DrawerForAsync(Reversal reversal, Clerk by, CancellationToken cancellation)
    {
        var today = clock.Today();
        var drawers = await db.Drawers.Where(d => d.HallId == reversal.HallId && d.Date == today && d.ClosedAt == null && (d.ClerkId == reversal.AskedById || d.ClerkId == by.Id)).ToListAsync(cancellation);
        return drawers.Find(d => d.ClerkId == reversal.AskedById) ?? (drawers is [var own, ..] ? own
            : throw new RuleBroken("現金が動きます。申請した方か自分のレジを先に開けてください。"));
    }

    private async Task NumberAsync(Receipt receipt, CancellationToken cancellation)
    {
        await database.TakeTurnAsync($"cashier.number/{receipt.HallId}/{receipt.FiscalYear}", cancellation);
        receipt.Follow(await db.Receipts.IgnoreQueryFilters().Where(r => r.HallId == receipt.HallId && r.FiscalYear == receipt.FiscalYear).MaxAsync(r => (int?)r.Serial, cancellation) ?? 0);
    }
}

/// <summary>Who stands at the desk.</summary>
internal sealed record Clerk(Guid Id, string Name);
