using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>
/// Looks for free time by what somebody needs, in every hall at once: one query reads what happens in the rooms, the rules
/// and prices are in memory. What cannot be booked at this moment is not found.
/// </summary>
internal sealed class FindRooms(BookingDb db, DayQueries queries, RuleBook book, BookingTimes times, DrawnRooms drawn, Quotes quotes, Stock stock, IRooms rooms, IHallDirectory directory, IOpeningCalendar openings, TimeProvider clock)
{
    /// <summary>Days before and after the span that are looked at where nothing is free in it.</summary>
    private const int Around = 14;

    private const int MostNear = 6;

    private readonly Dictionary<(Guid, UserClass, HireProduct, DateOnly), bool> opened = [];
    private readonly Dictionary<(Guid, DateOnly), IReadOnlyDictionary<Guid, DrawnRoom>> byLot = [];

    /// <summary>Everything that is free as it was asked for, and where that is nothing, the nearest other times.</summary>
    public async Task<(IReadOnlyList<FoundTime> Found, IReadOnlyList<FoundTime> Near)> FindAsync(RoomSearch search, RoomOrder order, CancellationToken cancellation = default)
    {
        var (today, halls) = (clock.Today(), (await directory.GetAsync(cancellation)).All.Where(search.IsFor).ToList());
        var (first, last) = (search.First.AddDays(-Around), search.Last.AddDays(Around));
        var city = await ReadAsync(halls, first < today ? today : first, last, search, cancellation);
        var found = await MatchAsync(city, search, cancellation);
        if (found.Count > 0)
        {
            return ([.. Sort(found, order, search.People)], []);
        }

        var wanted = search.Time?.From ?? (await book.GetAsync(cancellation)).BandsOn(Guid.Empty, search.First).FirstOrDefault(b => b.Name == search.Band)?.From;
        var near = await MatchAsync(city, search with { First = city.First, Last = city.Last, Weekdays = [], Band = null, Time = null }, cancellation);
        return ([], [.. near.OrderBy(f => search.FarFrom(f.Slot, wanted)).ThenBy(f => f.Slot.Date).ThenBy(f => f.Room.Capacity).Take(MostNear)]);
    }

    private static IEnumerable<FoundTime> Sort(IEnumerable<FoundTime> found, RoomOrder order, int people) => order switch
    {
        RoomOrder.Early => found.OrderBy(f => f.Slot.Date).ThenBy(f => f.Slot.From).ThenBy(f => f.Room.Capacity),
        RoomOrder.Cheap => found.OrderBy(f => f.Yen).ThenBy(f => f.Slot.Date).ThenBy(f => f.Slot.From),
        // Without a number of people every room fits as well as another.
        _ => found.OrderBy(f => people == 0 ? 0 : f.Room.Capacity).ThenBy(f => f.Slot.Date).ThenBy(f => f.Slot.From).ThenBy(f => f.Yen),
    };

    private async Task<City> ReadAsync(List<HallRef> halls, DateOnly first, DateOnly last, RoomSearch search, CancellationToken cancellation)
    {
        var all = new Dictionary<HallRef, IReadOnlyList<Room>>();
        foreach (var hall in halls)
        {
            all[hall] = await rooms.OfHallAsync(hall.Id, cancellation);
        }

        var hallOf = all.SelectMany(h => h.Value).ToDictionary(r => r.Id, r => r.HallId);
        var uses = halls.Count == 1 ? await queries.OfHallAsync(db, halls[0].Id, first, last, cancellation) : await queries.OfCityAsync(db, first, last, cancellation);
        var names = search.Equipment;
        var lent = names.Count == 0 ? [] : await stock.Out().AsNoTracking().Where(i => names.Contains(i.Name) && i.Date >= first && i.Date <= last).ToListAsync(cancellation);
        return new City(first, last, all, uses.ToLookup(u => (hallOf.GetValueOrDefault(u.RoomId), u.Date)), lent.ToLookup(i => (i.HallId, i.Date)));
    }

    private async Task<List<FoundTime>> MatchAsync(City city, RoomSearch search, CancellationToken cancellation)
    {
        var (found, rules) = (new List<FoundTime>(), await book.GetAsync(cancellation));
        foreach (var (hall, all) in city.Rooms)
        {
            var fitting = all.Where(search.IsFor).ToList();
            for (var date = search.First < city.First ? city.First : search.First; date <= search.Last && fitting.Count > 0; date = date.AddDays(1))
            {
                var opening = search.IsOn(date) ? await openings.OnAsync(hall.Id, date, cancellation) : null;
                if (opening is { From: { } opens, To: { } closes })
                {
                    var plan = new DayPlan(all, city.Uses[(hall.Id, date)], clock.UtcNow());
                    foreach (var (from, to) in search.TimesOf(rules.BandsOn(hall.Id, date)).Where(t => t.From >= opens && t.To <= closes))
                    {
                        await AddAsync(found, hall, new(fitting, plan, [.. city.Lent[(hall.Id, date)]]), search, new RoomSlot(Guid.Empty, date, from, to), cancellation);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Those rooms of the hall that are free for just this time and can be booked now.</summary>
    private async Task AddAsync(List<FoundTime> found, HallRef hall, Day day, RoomSearch search, RoomSlot slot, CancellationToken cancellation)
    {
        var (date, from, to) = (slot.Date, slot.From, slot.To);
        var bands = (await book.GetAsync(cancellation)).SpanOf(hall.Id, date, from, to);
        var fees = await book.FeesAsync(cancellation);
        if (date.ToUtc(from) <= clock.UtcNow() || !await IsOpenAsync(hall.Id, search.UserClass, bands.Count > 0 ? HireProduct.Band : HireProduct.Hourly, date, cancellation)
            || !search.Equipment.All(name => fees.EquipmentOn(hall.Id, date).Any(e => e.Name == name && e.Stock > HireItem.Peak([.. day.Lent.Where(i => i.Name == name && i.From < to && i.To > from)]))))
        {
            return;
        }

        var drawn = await DrawnAsync(hall.Id, date, cancellation);
        foreach (var room in day.Rooms.Where(r => !drawn.ContainsKey(r.Id) && day.Plan.FreedomOf(r, date, from, to) == Freedom.Free))
        {
            if (await quotes.FromMemoryAsync(room, slot with { RoomId = room.Id }, cancellation) is { Lines: { } lines } quote)
            {
                found.Add(new FoundTime(hall, room, slot with { RoomId = room.Id }, RoomPrice.Key(quote.Bands), lines.Sum(l => l.Yen), search.UserClass));
            }
        }
    }

    private async Task<bool> IsOpenAsync(Guid hall, UserClass user, HireProduct product, DateOnly date, CancellationToken cancellation)
    {
        if (!opened.TryGetValue((hall, user, product, date), out var isOpen))
        {
            opened[(hall, user, product, date)] = isOpen = await times.OpensAsync(hall, date, user, product, HireChannel.Web, cancellation) <= clock.UtcNow();
        }

        return isOpen;
    }

    private async Task<IReadOnlyDictionary<Guid, DrawnRoom>> DrawnAsync(Guid hall, DateOnly date, CancellationToken cancellation)
    {
        var key = (hall, new DateOnly(date.Year, date.Month, 1));
        return byLot.TryGetValue(key, out var known) ? known : byLot[key] = await drawn.OnAsync(hall, date, cancellation);
    }

    /// <summary>What was read: rooms by hall, uses and equipment that is lent by hall and day.</summary>
    private sealed record City(DateOnly First, DateOnly Last, IReadOnlyDictionary<HallRef, IReadOnlyList<Room>> Rooms, ILookup<(Guid, DateOnly), RoomTime> Uses, ILookup<(Guid, DateOnly), HireItem> Lent);

    private sealed record Day(IReadOnlyList<Room> Rooms, DayPlan Plan, IReadOnlyList<HireItem> Lent);
}
