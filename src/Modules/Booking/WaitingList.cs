using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>空き待ち from asking to the answer.</summary>
internal sealed class WaitingList(BookingDb db, RoomCalendar calendar, SpaceLock spaceLock, BookingTimes times, Quotes quotes, Caps caps, Points points, TakeHire take, Entitlements entitlements, RuleBook book, IRooms rooms, TellWaiters tell, TimeProvider clock)
{
    /// <summary>Puts the party at the end of the list for the time.</summary>
    /// <exception cref="RuleBroken">The time is free, cannot be hired, or they wait for it already.</exception>
    public async Task<RoomWait> AskAsync(Room room, RoomSlot slot, Order order, CancellationToken cancellation = default)
    {
        var quote = await quotes.OfAsync(room, slot, cancellation: cancellation);
        var why = room.IsLibrary ? "この部屋は貸し出していません。" : await times.WhyNotAsync(room.HallId, slot, order.UserClass, quote.Product, order.Channel, cancellation);
        _ = why is null ? quote.Demand() : throw new RuleBroken(why);
        order = (await book.GetAsync(cancellation)).Settle(order, clock.Today());
        var wait = RoomWait.Ask(room, slot, order, clock.UtcNow());
        await caps.LockAsync(order.UserClass, order.Hirer, cancellation);
        await points.DemandAsync(order.UserClass, order.Hirer, cancellation);
        await caps.DemandAsync(order.UserClass, order.Hirer, slot.Date, RoomPrice.Key(quote.Bands), cancellation: cancellation);
        await spaceLock.TakeAsync(room.Spaces, cancellation);
        if (await calendar.WhyNotAsync(slot, cancellation) is null && !await calendar.IsPromisedAsync(room, slot, cancellation))
        {
            throw new RuleBroken("この時間は、いま空いています。待たずに予約してください。");
        }

        if (await db.Waits.IgnoreQueryFilters().AnyAsync(w => w.RoomId == room.Id && w.Date == slot.Date && w.From == slot.From && w.To == slot.To && w.PartyKey == wait.PartyKey && (w.State == WaitState.Waiting || w.State == WaitState.Offered), cancellation))
        {
            throw new RuleBroken("この時間の空き待ちは、もう受け付けています。");
        }

        await NumberAsync(wait, cancellation);
        db.Waits.Add(wait);
        await db.SaveChangesAsync(cancellation);
        await tell.WaitingAsync(wait, room, cancellation);
        return wait;
    }

    public async Task NumberAsync(RoomWait wait, CancellationToken cancellation)
    {
        while (await db.Waits.IgnoreQueryFilters().AnyAsync(w => w.Number == wait.Number, cancellation) || await db.Hires.IgnoreQueryFilters().AnyAsync(h => h.Number == wait.Number, cancellation))
        {
            wait.Renumber();
        }
    }

    /// <summary>What the time would cost them, by the prices and registrations of now; null where it is not sold.</summary>
    public async Task<IReadOnlyList<FeeLine>?> FeeAsync(RoomWait wait, CancellationToken cancellation = default)
    {
        var order = wait.ToOrder(wait.Id);
        return await rooms.FindAsync(wait.RoomId, cancellation) is { } room && (await quotes.OfAsync(room, wait.Slot, order.Wishes, cancellation)).Lines is { } lines
            ? await entitlements.PreviewAsync(lines, order.UserClass, order.Hirer, room.HallId, wait.Date, cancellation) : null;
    }

    /// <summary>The offered time becomes their hire; pressed twice it is the same one.</summary>
    /// <exception cref="RuleBroken">Nothing is offered, the deadline is over, or a rule of hiring says no.</exception>
    public async Task<RoomHire> AcceptAsync(RoomWait wait, CancellationToken cancellation = default)
    {
        var room = (await rooms.FindAsync(wait.RoomId, cancellation))!;
        await caps.LockAsync(wait.UserClass, wait.Hirer, cancellation);
        await spaceLock.TakeAsync(room.Spaces, cancellation);
        await db.Entry(wait).ReloadAsync(cancellation);
        if (wait.HireId is { } taken)
        {
            return await db.Hires.IgnoreQueryFilters().SingleAsync(h => h.Id == taken, cancellation);
        }

        if (wait.WhyNotAccept(clock.UtcNow()) is { } why)
        {
            throw new RuleBroken(why);
        }

        var hire = await take.BookAsync(room, wait.Slot, wait.ToOrder(wait.Id), await Kept(wait.Id).SingleAsync(cancellation), cancellation);
        hire.LinkTo(wait.PersonId);
        wait.Accept(hire, clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
        return hire;
    }

    /// <summary>They do not want it any more; what was offered to them goes to the next.</summary>
    /// <exception cref="RuleBroken">It is over already.</exception>
    public async Task WithdrawAsync(RoomWait wait, CancellationToken cancellation = default)
    {
        await calendar.LockAroundAsync((await rooms.FindAsync(wait.RoomId, cancellation))!, cancellation);
        await db.Entry(wait).ReloadAsync(cancellation);
        wait.Withdraw();
        await EndAsync(wait, cancellation);
    }

    /// <summary>Nobody answered in time, or the time has come: to the next.</summary>
    public async Task LapseAsync(Guid id, CancellationToken cancellation = default)
    {
        var wait = await db.Waits.SingleAsync(w => w.Id == id, cancellation);
        var room = (await rooms.FindAsync(wait.RoomId, cancellation))!;
        await calendar.LockAroundAsync(room, cancellation);
        await db.Entry(wait).ReloadAsync(cancellation);
        var now = clock.UtcNow();
        if (wait.State == WaitState.Offered && wait.OfferUntil < now)
        {
            wait.Lapse(now);
            await EndAsync(wait, cancellation);
            await tell.LapsedAsync(wait, room, cancellation);
        }
    }

    /// <summary>How many stand before them for the same time.</summary>
    public async Task<int> BeforeAsync(RoomWait wait, CancellationToken cancellation = default)
    {
        var same = db.Waits.IgnoreQueryFilters().AsNoTracking().Where(w => w.RoomId == wait.RoomId && w.Date == wait.Date && w.From < wait.To && w.To > wait.From && w.State == WaitState.Waiting);
        return (await RoomCalendar.InOrder(same).Select(w => w.Id).ToListAsync(cancellation)).IndexOf(wait.Id);
    }

    private async Task EndAsync(RoomWait wait, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        foreach (var kept in await Kept(wait.Id).Select(o => o.Id).ToListAsync(cancellation))
        {
            await calendar.ReleaseAsync(kept, cancellation);
        }
    }

    private IQueryable<Occupancy> Kept(Guid wait) => db.Occupancies.IgnoreQueryFilters().Where(o => o.Subject == wait && o.Kind == RoomUseKind.Offer && o.ReleasedAt == null);
}
