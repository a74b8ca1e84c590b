using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Looks a circle's year through, day by day, and takes what was chosen in one go: all of it or nothing.</summary>
internal sealed class TakeSeason(BookingDb db, SpaceLock spaceLock, RoomCalendar calendar, Quotes quotes, IRooms rooms, IOpeningCalendar openings, Alternatives alternatives, Caps caps, Points points, Entitlements entitlements, ChargeHirers charge, TellSeasons tell, TimeProvider clock)
{
    /// <summary>What is in the way of each of its rooms on each of its days, and where else the time is free.</summary>
    public async Task<IReadOnlyList<SeasonDay>> LookAsync(Season season, CancellationToken cancellation = default)
    {
        var wanted = new List<Room>();
        foreach (var id in season.Rooms)
        {
            wanted.Add((await rooms.FindAsync(id, cancellation))!);
        }

        var (dates, spaces, now) = (season.Dates.ToList(), wanted.SelectMany(r => r.Spaces).ToList(), clock.UtcNow());
        var cells = Cells.Of(season.From, season.To);
        var taken = (await (from c in db.Cells
                            join o in db.Occupancies.IgnoreQueryFilters() on c.OccupancyId equals o.Id
                            where dates.Contains(c.Date) && spaces.Contains(c.SpaceId) && c.Number >= cells.First && c.Number < cells.End && (o.ExpiresAt == null || o.ExpiresAt > now)
                            select new { c.Date, c.SpaceId, o.Kind }).Distinct().ToListAsync(cancellation)).ToLookup(t => t.Date);
        var days = new List<SeasonDay>();
        foreach (var date in dates)
        {
            var opening = await openings.OnAsync(season.HallId, date, cancellation);
            foreach (var room in wanted)
            {
                var (slot, inTheWay) = (new RoomSlot(room.Id, date, season.From, season.To), taken[date].FirstOrDefault(t => room.Spaces.Contains(t.SpaceId)));
                var why = !opening.IsOpen ? $"休館（{opening.Reason}）" : season.From < opening.From || season.To > opening.To ? "開館の時間の外" : inTheWay is null ? null : Wording.Of(inTheWay.Kind);
                days.Add(new(slot, room.Name, why, opening.IsOpen && why is not null ? await alternatives.FindAsync(room, slot, cancellation) : []));
            }
        }

        return days;
    }

    /// <summary>Takes each chosen room on its day.</summary>
    /// <returns>The hires, saved.</returns>
    /// <exception cref="RuleBroken">A space was chosen twice on one day, somebody was faster on one of the days (the sentence names it), they have too many points, or it was taken already.</exception>
    public async Task<IReadOnlyList<RoomHire>> TakeAsync(Season season, IReadOnlyList<(DateOnly Date, Guid Room)> chosen, CancellationToken cancellation = default)
    {
        var wanted = new Dictionary<Guid, Room>();
        foreach (var id in chosen.Select(c => c.Room).Distinct())
        {
            wanted[id] = await rooms.FindAsync(id, cancellation) is { IsLibrary: false } room ? room : throw new RuleBroken("部屋を選び直してください。");
        }

        if (chosen.GroupBy(c => c.Date).FirstOrDefault(g => g.SelectMany(c => wanted[c.Room].Spaces).GroupBy(s => s).Any(s => s.Count() > 1)) is { Key: var twice })
        {
            throw new RuleBroken($"{twice.MonthDay()}に同じ場所を2度選んでいます。部屋を変えるか、「使わない」にしてください。");
        }

        await caps.LockAsync(season.UserClass, season.Hirer, cancellation);
        await points.DemandAsync(season.UserClass, season.Hirer, cancellation);
        await spaceLock.TakeAsync(wanted.Values.SelectMany(r => r.Spaces), cancellation);
        await db.Entry(season).ReloadAsync(cancellation);
        var now = clock.UtcNow();
        season.Take(now);
        var numbers = (await db.Hires.IgnoreQueryFilters().Where(h => h.Date >= season.First).Select(h => h.Number).ToListAsync(cancellation)).ToHashSet();
        var hires = new List<RoomHire>();
        foreach (var (date, id) in chosen.OrderBy(c => c.Date))
        {
            var (room, slot) = (wanted[id], new RoomSlot(id, date, season.From, season.To));
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

/// <param name="Room">Name of the room that is wanted.</param>
/// <param name="Why">What is in the way, in a few words; null where it is free.</param>
/// <param name="Elsewhere">Where the same time is free that day.</param>
internal sealed record SeasonDay(RoomSlot Slot, string Room, string? Why, IReadOnlyList<Alternative> Elsewhere);
