using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>延長 at the counter: the hire goes on in its room if nobody has it next, for what an hour costs there.</summary>
internal sealed class ExtendHire(BookingDb db, RoomCalendar calendar, BookingTimes times, RuleBook book, Quotes quotes, RoomDays days, Stock stock, ChargeHirers charge, IRooms rooms, IOpeningCalendar openings, ICityRules city, TimeProvider clock)
{
    /// <summary>Longer than this it is a booking of its own.</summary>
    public static readonly CityRule MostMinutes = new("booking.extend-minutes", "窓口で延長できる時間", "分", 240, 15, 780);

    /// <summary>The ends it could have, and what each would cost more; none where the room is not hired by the hour or is needed next.</summary>
    public async Task<IReadOnlyList<(TimeOnly To, int Yen)>> EndsAsync(RoomHire hire, CancellationToken cancellation = default)
    {
        var (room, found) = (await RoomOfAsync(hire, cancellation), new List<(TimeOnly, int)>());
        var closes = (await openings.OnAsync(hire.HallId, hire.Date, cancellation)).To ?? TimeOnly.MinValue;
        var next = (await days.PlanAsync(hire.HallId, hire.Date, cancellation)).Of(room).Where(t => t.From >= hire.To).Select(t => t.From).DefaultIfEmpty(closes).Min();
        var last = next < closes ? next : closes;
        var prices = await quotes.PricesAsync(room.Id, hire.Date, cancellation);
        var most = TimeSpan.FromMinutes(await city.OnAsync(MostMinutes, hire.Date, cancellation));
        for (var to = hire.To.AddMinutes(Cells.Minutes); to > hire.To && to <= last && to - hire.To <= most; to = to.AddMinutes(Cells.Minutes))
        {
            if (await FeeAsync(hire, prices, to, cancellation) is { } fee)
            {
                found.Add((to, fee.Sum(l => l.Yen)));
            }
        }

        return found;
    }

    /// <exception cref="RuleBroken">The hall closes, somebody else has the room or what goes with it then, it is not hired by the hour, or the hire is over.</exception>
    public async Task ExtendAsync(RoomHire hire, TimeOnly to, string by, CancellationToken cancellation = default)
    {
        var (room, before, most) = (await RoomOfAsync(hire, cancellation), hire.Slot, await city.OnAsync(MostMinutes, hire.Date, cancellation));
        if (to > before.To && to - before.To > TimeSpan.FromMinutes(most))
        {
            throw new RuleBroken($"延長できるのは{most}分までです。", "Input.To");
        }

        await calendar.LockAroundAsync(room, cancellation);
        var occupancy = await db.Occupancies.AsNoTracking().SingleOrDefaultAsync(o => o.Subject == hire.Id && o.Kind == RoomUseKind.Hire && o.ReleasedAt == null, cancellation);
        if (occupancy is not null && occupancy.Slot != before)
        {
            throw new RuleBroken("ほかの画面で予約の時間が変わりました。画面を開き直してください。");
        }

        var fee = await FeeAsync(hire, await quotes.PricesAsync(room.Id, hire.Date, cancellation), to, cancellation) ?? throw new RuleBroken("この部屋は時間では貸し出していないため、延長できません。");
        var more = before with { From = before.To, To = to };
        // Before it is written down that the hire has it longer: it would be in its own way.
        await stock.DemandAsync(hire, more, cancellation);
        hire.Extend(to, fee, by, clock.UtcNow());
        if ((await times.WhyClosedAsync(hire.HallId, more, cancellation) ?? (await calendar.IsPromisedAsync(room, more, cancellation) ? RoomCalendar.Promised : null)) is { } why)
        {
            throw new RuleBroken(why);
        }

        await calendar.MoveAsync(occupancy!.Id, hire.Slot, cancellation);
        await db.SaveChangesAsync(cancellation);
        await charge.SayAsync([hire], cancellation);
    }

    /// <summary>By the hour begun, with what was asked for when it was booked; null where the room has no price for an hour.</summary>
    private async Task<IReadOnlyList<FeeLine>?> FeeAsync(RoomHire hire, IReadOnlyCollection<RoomPrice> prices, TimeOnly to, CancellationToken cancellation)
    {
        if (to <= hire.To || Fee.OfHours(prices, hire.To, to) is not { } hours)
        {
            return to <= hire.To ? [] : null;
        }

        var rules = await book.FeesAsync(cancellation);
        var asked = rules.AskedOn(hire.HallId, hire.Date).Where(s => hire.Fees.Any(f => f.Item == FeeItem.Surcharge && f.Label.StartsWith(s.Name, StringComparison.Ordinal))).Select(s => s.Name).ToList();
        return rules.Complete(hours, hire.Slot with { From = hire.To, To = to }, hire.HallId, 0, quotes.IsWeekend(hire.Date), new Wishes(asked, Wishes.None.Items));
    }

    private async Task<Room> RoomOfAsync(RoomHire hire, CancellationToken cancellation) => (await rooms.FindAsync(hire.RoomId, cancellation))!;
}
