using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Keeps a room for whoever fills in the form, and makes a hire of it; or takes one in at the desk, by the same rules.</summary>
internal sealed class TakeHire(BookingDb db, HireQueries queries, RoomCalendar calendar, SpaceLock spaceLock, BookingTimes times, Quotes quotes, Stock stock, ChargeHirers charge, TellHirers tell, Caps caps, Points points, Entitlements entitlements, HoldCap holds, RuleBook book, ICityRules rules, TimeProvider clock)
{
    /// <summary>How long a room is kept while somebody fills in the form.</summary>
    public static readonly CityRule HoldMinutes = new("booking.hold-minutes", "予約の入力中に部屋を取り置く時間", "分", 15, 5, 60);

    /// <summary>Keeps the time for a while; what the same visitor kept before is free again.</summary>
    /// <param name="address">Where they come from: <see cref="ClientAddress"/>.</param>
    /// <exception cref="RuleBroken">It cannot be booked now, somebody was faster, or too many rooms are kept for the address.</exception>
    public async Task<HireDraft> HoldAsync(Room room, RoomSlot slot, UserClass user, HireDraft? before, string address, CancellationToken cancellation = default)
    {
        await holds.DemandAsync(db, address, before, await rules.OnAsync(HoldCap.Most, clock.Today(), cancellation), cancellation);
        await DemandAsync(room, slot, user, HireChannel.Web, Wishes.None, cancellation);
        if (before is { HireId: null })
        {
            await db.Occupancies.Where(o => o.Subject == before.Id && o.Kind == RoomUseKind.Hold).ExecuteDeleteAsync(cancellation);
            db.Drafts.Remove(before);
        }

        var draft = new HireDraft(room, slot, user, clock.UtcNow().AddMinutes(await rules.OnAsync(HoldMinutes, clock.Today(), cancellation)));
        db.Drafts.Add(draft);
        holds.Remember(address, draft);
        await calendar.PutAsync(new RoomUse(slot, RoomUseKind.Hold, "入力中の取り置き", draft.Id), draft.ExpiresAt, cancellation);
        return draft;
    }

    /// <summary>Makes the hire of what is kept. Kept too long it is still theirs, unless somebody else has it by now.</summary>
    /// <returns>The hire, saved; the same one however often it is asked for.</returns>
    /// <exception cref="RuleBroken">The time went to somebody else, or the order breaks a rule.</exception>
    public async Task<RoomHire> ConfirmAsync(HireDraft draft, Room room, Order order, CancellationToken cancellation = default)
    {
        await caps.LockAsync(order.UserClass, order.Hirer, cancellation);
        await spaceLock.TakeAsync(room.Spaces, cancellation);
        if (await queries.SentAsync(db, order.Key) is { } sent)
        {
            return sent;
        }

        order = (await book.GetAsync(cancellation)).Settle(order, clock.Today());
        var held = await queries.HeldAsync(db, draft);
        var hire = await BookAsync(room, draft.Slot, order, held, cancellation);
        holds.Forget(draft);
        return hire;
    }

    /// <summary>At the counter or on the telephone: no need to keep anything first.</summary>
    /// <exception cref="RuleBroken">It cannot be booked now, somebody was faster, or the order breaks a rule.</exception>
    public async Task<RoomHire> TakeInAsync(Room room, RoomSlot slot, Order order, CancellationToken cancellation = default)
    {
        await caps.LockAsync(order.UserClass, order.Hirer, cancellation);
        await spaceLock.TakeAsync(room.Spaces, cancellation);
        if (await queries.SentAsync(db, order.Key) is not { } sent)
        {
            return await BookAsync(room, slot, (await book.GetAsync(cancellation)).Settle(order, clock.Today()), null, cancellation);
        }

        return sent.Slot == slot && sent.KanaKey == JapaneseText.SearchKey(order.Hirer.FamilyKana + order.Hirer.GivenKana) ? sent
            : throw new RuleBroken($"この画面からは、もう別の予約（{sent.Number}）を受け付けています。画面を開き直してください。");
    }

    /// <summary>The hire of what is free or held; call it behind the locks of party and spaces.</summary>
    public async Task<RoomHire> BookAsync(Room room, RoomSlot slot, Order order, Occupancy? held, CancellationToken cancellation)
    {
        if (held is not null && await times.WhyClosedAsync(room.HallId, slot, cancellation) is { } closed)
        {
            throw new RuleBroken(closed);
        }

        var quote = held is null ? await DemandAsync(room, slot, order.UserClass, order.Channel, order.Wishes, cancellation) : await quotes.OfAsync(room, slot, order.Wishes, cancellation);
        (await book.FeesAsync(cancellation)).Demand(order, room.HallId, slot.Date);
        await points.DemandAsync(order.UserClass, order.Hirer, cancellation);
        await caps.DemandAsync(order.UserClass, order.Hirer, slot.Date, RoomPrice.Key(quote.Bands), cancellation: cancellation);
        var hire = RoomHire.Book(room, slot, order with { Bands = quote.Bands }, quote.Demand(), clock.UtcNow());
        await entitlements.ApplyAsync(hire, cancellation);
        while (await queries.IsNumberTakenAsync(db, hire.Number))
        {
            hire.Renumber();
        }

        if (held is null)
        {
            await calendar.PutAsync(hire.Use, null, cancellation);
        }
        else
        {
            held.BecomeHire(hire);
        }

        await stock.DemandAsync(hire, cancellation);
        db.Hires.Add(hire);
        await db.SaveChangesAsync(cancellation);
        await charge.SayAsync([hire], cancellation);
        await tell.BookedAsync(hire, room, cancellation);
        return hire;
    }

    private async Task<Quote> DemandAsync(Room room, RoomSlot slot, UserClass user, HireChannel channel, Wishes wishes, CancellationToken cancellation)
    {
        var quote = await quotes.OfAsync(room, slot, wishes, cancellation);
        var why = room.IsLibrary ? "この部屋は貸し出していません。" : await times.WhyNotAsync(room.HallId, slot, user, quote.Product, channel, cancellation);
        _ = why is null ? quote.Demand() : throw new RuleBroken(why);
        return quote;
    }
}
