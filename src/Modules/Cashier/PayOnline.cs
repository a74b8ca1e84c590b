using Kominkan.Cashier.Data;
using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier;

/// <summary>Sends residents to the city's company for payments, and books what came of it. It is asked outside any transaction.</summary>
internal sealed class PayOnline(CashierDb db, AppDatabase database, TakeMoney take, SiteInfo site, TimeProvider clock, IOnlinePayment? company = null) : IPayOnline
{
    /// <summary>After so long nobody comes back: an order that still waits is given up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    public string? Label => company?.Label;

    public async Task<Uri> BeginAsync(Guid subject, string back, CancellationToken cancellation = default)
    {
        var (attempt, title) = await database.InTransactionAsync(async () =>
        {
            var bill = await db.Bills.IgnoreQueryFilters().SingleOrDefaultAsync(b => b.Subject == subject, cancellation);
            if (company is null || bill is null)
            {
                throw new RuleBroken("オンラインでは払えません。館の窓口でお支払いください。");
            }

            var begun = new OnlineAttempt(bill, clock.UtcNow());
            db.Attempts.Add(begun);
            await db.SaveChangesAsync(cancellation);
            return (begun, bill.Title);
        }, cancellation);
        try
        {
            return await company!.BeginAsync(new OnlineOrder(attempt.Reference, attempt.Yen, title, new Uri(new Uri(site.BaseUrl), back)), cancellation);
        }
        catch (OnlinePaymentUnavailable)
        {
            throw new RuleBroken("いま支払いの会社につながりません。少し待って、もう一度押してください。");
        }
    }

    public async Task<Standing?> SettleAsync(Guid subject, CancellationToken cancellation = default)
    {
        await SettleAsync(await WaitingOf(db.Bills.IgnoreQueryFilters().Where(b => b.Subject == subject)).ToListAsync(cancellation), cancellation);
        return await db.Bills.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(b => b.Subject == subject, cancellation) is { } bill ? bill.Standing : null;
    }

    /// <summary>Everything that still waits, whoever did not come back.</summary>
    public async Task SettleAllAsync(CancellationToken cancellation = default) =>
        await SettleAsync(await WaitingOf(db.Bills.IgnoreQueryFilters()).ToListAsync(cancellation), cancellation);

    private IQueryable<OnlineAttempt> WaitingOf(IQueryable<Bill> bills) =>
        db.Attempts.AsNoTracking().Where(a => a.Outcome == OnlineOutcome.Waiting && bills.Any(b => b.Id == a.BillId)).OrderBy(a => a.StartedAt);

    private async Task SettleAsync(IReadOnlyList<OnlineAttempt> waiting, CancellationToken cancellation)
    {
        // Orders of a company the city has left wait until it is asked again.
        foreach (var attempt in waiting.Where(_ => company is not null))
        {
            try
            {
                var outcome = await company!.AskAsync(attempt.Reference, cancellation);
                outcome = outcome == OnlineOutcome.Waiting && attempt.StartedAt + Patience < clock.UtcNow() ? OnlineOutcome.Failed : outcome;
                if (outcome != OnlineOutcome.Waiting)
                {
                    await database.InTransactionAsync(() => EndAsync(attempt.Id, outcome, cancellation), cancellation);
                }
            }
            catch (OnlinePaymentUnavailable)
            {
                // Asked again by the next run.
            }
        }
    }

    private async Task EndAsync(Guid id, OnlineOutcome outcome, CancellationToken cancellation)
    {
        await database.TakeTurnAsync($"cashier.online/{id}", cancellation);
        if (await db.Attempts.SingleAsync(a => a.Id == id, cancellation) is not { Outcome: OnlineOutcome.Waiting } attempt)
        {
            return;
        }

        attempt.End(outcome, clock.UtcNow());
        if (outcome == OnlineOutcome.Paid)
        {
            var bill = await db.Bills.IgnoreQueryFilters().SingleAsync(b => b.Id == attempt.BillId, cancellation);
            await take.KeepAsync(bill.TakeOnline(attempt.Yen, new Writing(Method.Online, null, null, "オンライン", clock.UtcNow())), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}

/// <summary>Books what was paid online by who did not come back to our page.</summary>
internal sealed class AskOnline(PayOnline online) : IJob
{
    public Task RunAsync(CancellationToken cancellation) => online.SettleAllAsync(cancellation);
}
