using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Takes wishes for a draw in, changes and withdraws them: behind the draw's lock, so that none comes in while it is closed.</summary>
internal sealed class EnterLottery(BookingDb db, LotteryLock lotteryLock, Caps caps, Points points, Quotes quotes, RuleBook book, IOpeningCalendar openings, TellEntrants tell, TimeProvider clock)
{
    /// <exception cref="RuleBroken">The window is closed, the group has entered already, or the wishes break a rule.</exception>
    public async Task<LotteryEntry> EnterAsync(Guid id, Order order, IReadOnlyList<IReadOnlyList<WishedSlot>> wishes, CancellationToken cancellation = default)
    {
        await caps.LockAsync(order.UserClass, order.Hirer, cancellation);
        var lottery = await TakeAsync(id, cancellation);
        order = (await book.GetAsync(cancellation)).Settle(order, clock.Today());
        await points.DemandAsync(order.UserClass, order.Hirer, cancellation);
        var entry = LotteryEntry.Enter(lottery, order, wishes, clock.UtcNow());
        await DemandAsync(lottery, wishes, cancellation);
        if (await db.LotteryEntries.IgnoreQueryFilters().AnyAsync(e => e.LotteryId == id && e.PartyKey == entry.PartyKey && !e.IsWithdrawn, cancellation))
        {
            throw new RuleBroken("この団体の申し込みは、もう受け付けています。受付番号で開いて変えてください。", "Input.GroupName");
        }

        while (await db.LotteryEntries.IgnoreQueryFilters().AnyAsync(e => e.Number == entry.Number, cancellation) || await db.Hires.IgnoreQueryFilters().AnyAsync(h => h.Number == entry.Number, cancellation))
        {
            entry.Renumber();
        }

        db.LotteryEntries.Add(entry);
        await db.SaveChangesAsync(cancellation);
        await tell.EnteredAsync(entry, lottery, cancellation);
        return entry;
    }

    /// <exception cref="RuleBroken">The window is closed, or the wishes break a rule.</exception>
    public async Task ChangeAsync(Guid id, int people, IReadOnlyList<IReadOnlyList<WishedSlot>> wishes, CancellationToken cancellation = default)
    {
        var (lottery, entry) = await FindAsync(id, cancellation);
        await DemandAsync(lottery, wishes, cancellation);
        entry.Change(lottery, entry.ToOrder(Guid.Empty) with { People = people }, wishes, clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <exception cref="RuleBroken">The window is closed, or it was withdrawn already.</exception>
    public async Task WithdrawAsync(Guid id, CancellationToken cancellation = default)
    {
        var (lottery, entry) = await FindAsync(id, cancellation);
        entry.Withdraw(lottery, clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Entry and draw as they are behind the lock.</summary>
    private async Task<(Lottery Lottery, LotteryEntry Entry)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var of = await db.LotteryEntries.Where(e => e.Id == id).Select(e => e.LotteryId).SingleAsync(cancellation);
        var lottery = await TakeAsync(of, cancellation);
        return (lottery, await db.LotteryEntries.Include(e => e.Wishes).SingleAsync(e => e.Id == id, cancellation));
    }

    private async Task<Lottery> TakeAsync(Guid id, CancellationToken cancellation) =>
        await lotteryLock.TakeAsync(id, cancellation) ?? throw new RuleBroken("この抽選は見つかりません。一覧から選び直してください。");

    /// <summary>What is wished for is sold, and the hall is open then.</summary>
    private async Task DemandAsync(Lottery lottery, IReadOnlyList<IReadOnlyList<WishedSlot>> wishes, CancellationToken cancellation)
    {
        foreach (var wished in wishes.SelectMany(w => w))
        {
            var opening = await openings.OnAsync(lottery.HallId, wished.Slot.Date, cancellation);
            if (!opening.IsOpen)
            {
                throw new RuleBroken($"{wished.Slot.Date.MonthDay()}は休館です（{opening.Reason}）。ほかの日を選んでください。", wished.Field("Date"));
            }

            if ((await quotes.OfAsync(wished.Room, wished.Slot, cancellation: cancellation)) is not { Lines: not null, Product: HireProduct.Band } || wished.Slot.From < opening.From || wished.Slot.To > opening.To)
            {
                throw new RuleBroken($"{wished.Room.Name}は、その時間では貸し出していません。", wished.Field("Span"));
            }
        }
    }
}

/// <summary>One at a time changes a draw or what is in it: an entry must not change while the list is published, and nobody draws twice.</summary>
internal class LotteryLock(BookingDb db, AppDatabase database)
{
    /// <summary>Takes the lock, then loads the draw as it is behind it; null when it is not in the request's scope.</summary>
    public async Task<Lottery?> TakeAsync(Guid id, CancellationToken cancellation = default)
    {
        await LockAsync(id, cancellation);
        return await db.Lotteries.SingleOrDefaultAsync(l => l.Id == id, cancellation);
    }

    protected virtual Task LockAsync(Guid id, CancellationToken cancellation) => database.TakeTurnAsync($"booking.lottery/{id}", cancellation);
}
