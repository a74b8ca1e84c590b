using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Looks a circle's year through, day by day, and takes what was chosen in one go: all of it or nothing.</summary>
internal sealed class TakeSeason(BookingDb db, SpaceLock spaceLock, RoomCalendar calendar, Quotes quotes, IRooms rooms, IOpeningCalendar openings, Alternatives alternatives, Caps caps, Points points, Entitlements entitlements, ChargeHirers charge, TellSeasons tell, TimeProvider clock)
{
    /// <summary>What is in the way on each of its days, and where else the time is free.</summary>
    public async Task<IReadOnlyList<SeasonDay>> LookAsync(Season season, CancellationToken cancellation = default)
    {
        var room = (await rooms.FindAsync(season.RoomId, cancellation))!;
        var (dates, spaces, now) = (season.Dates.ToList(), room.Spaces, clock.UtcNow());
        var cells = Cells.Of(season.From, season.To);
        var taken = (await (from c in db.Cells
                            join o in db.Occupancies.IgnoreQueryFilters() on c.OccupancyId equals o.Id
                            where dates.Contains(c.Date) && spaces.Contains(c.SpaceId) && c.Number >= cells.First && c.Number < cells.End && (o.ExpiresAt == null || o.ExpiresAt > now)
                            select new { c.Date, o.Kind }).Distinct().ToListAsync(cancellation)).ToLookup(t => t.Date, t => t.Kind);
        var days = new List<SeasonDay>();
        foreach (var date in dates)
        {
            var (slot, opening) = (new RoomSlot(room.Id, date, season.From, season.To), await openings.OnAsync(season.HallId, date, cancellation));
            var why = !opening.IsOpen ? $"休館（{opening.Reason}）" : season.From < opening.From || season.To > opening.To ? "開館の時間の外" : taken[date].Any() ? Wording.Of(taken[date].First()) : null;
            days.Add(new(slot, why, opening.IsOpen && why is not null ? await alternatives.FindAsync(room, slot, cancellation) : []));
        }

        return days;
    }

    /// <summary>Takes each chosen room on its day.</summary>
    /// <returns>The hires, saved.</returns>
    /// <exception cref="RuleBroken">Somebody was faster on one of the days (the sentence names it), they have too many points, or it was taken already.</exception>
    public async Task<IReadOnlyList<RoomHire>> TakeAsync(Season season, IReadOnlyDictionary<DateOnly, Guid> chosen, CancellationToken cancellation = default)
    {
        var wanted = new Dictionary<Guid, Room>();
        foreach (var id in chosen.Values.Distinct())
        {
            wanted[id] = await rooms.FindAsync(id, cancellation) is { IsLibrary: false } room ? room : throw new RuleBroken("部屋を選び直してください。");
        }

        await caps.LockAsync(season.UserClass, season.Hirer, cancellation);
        await points.DemandAsync(season.UserClass, season.Hirer, cancellation);
        await spaceLock.TakeAsync(wanted.Values.SelectMany(r => r.Spaces), cancellation);
        await db.Entry(season).ReloadAsync(cancellation);
        var now = clock.UtcNow();
        season.Take(now);
        var numbers = (await db.Hires.IgnoreQueryFilters().Where(h => h.Date >= season.First).Select(h => h.Number).ToListAsync(cancellation)).ToHashSet();
        var hires = new List<RoomHire>();
        foreach (var date in season.Dates.Where(chosen.ContainsKey))
        {
            var (room, slot) = (wanted[chosen[date]], new RoomSlot(chosen[date], date, season.From, season.To));
            var order = season.ToOrder(Guid.CreateVersion7());
            var quote = await quotes.OfAsync(room, slot, order.Wishes, cancellation);
            var hire = RoomHire.Book(room, slot, order with { Bands = quote.Bands }, quote.Demand(), now);
            await entitlements.ApplyAsync(hire, cancellation);
            hire.BelongTo(season.Id);
            hire.LinkTo(season.PersonId);
            while (!numbers.Add(hire.Number))
            {
                hire.Renumber();
            }

            hires.Add(hire);
        }

        db.Hires.AddRange(hires.Count > 0 ? hires : throw new RuleBroken("使う日を1日は選んでください。"));
        await db.SaveChangesAsync(cancellation);
        await calendar.SetAsync([.. hires.Select(h => new RoomNeed(h.Id, h.Use))], cancellation);
        await charge.SayAsync(hires, cancellation);
        await tell.TakenAsync(season, hires, wanted, cancellation);
        return hires;
    }
}

/// <param name="Why">What is in the way, in a few words; null where it is free.</param>
/// <param name="Elsewhere">Where the same time is free that day.</param>
internal sealed record SeasonDay(RoomSlot Slot, string? Why, IReadOnlyList<Alternative> Elsewhere);
