using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>Where else the same time is free: other rooms of the hall first, then those of the ward, then of the city.</summary>
internal sealed class Alternatives(BookingDb db, DayQueries queries, RuleBook book, IRooms rooms, IHallDirectory directory, IOpeningCalendar openings, TimeProvider clock)
{
    private const int Most = 6;

    /// <summary>At most six, those nearest in size first within a hall; none for a time that no room is hired for.</summary>
    public async Task<IReadOnlyList<Alternative>> FindAsync(Room wanted, RoomSlot slot, CancellationToken cancellation = default)
    {
        if (!Cells.Fit(slot.From, slot.To))
        {
            return [];
        }

        var (halls, rules, found) = (await directory.GetAsync(cancellation), await book.GetAsync(cancellation), new List<Alternative>());
        var ward = halls.Find(wanted.HallId)?.Ward;
        foreach (var hall in halls.All.OrderBy(h => h.Id == wanted.HallId ? 0 : h.Ward == ward ? 1 : 2))
        {
            var opening = await openings.OnAsync(hall.Id, slot.Date, cancellation);
            if (found.Count >= Most || !opening.IsOpen || slot.From < opening.From || slot.To > opening.To)
            {
                continue;
            }

            var all = await rooms.OfHallAsync(hall.Id, cancellation);
            var plan = new DayPlan(all, await queries.OfHallAsync(db, hall.Id, slot.Date, slot.Date, cancellation), clock.UtcNow());
            var page = rules.SpanOf(hall.Id, slot.Date, slot.From, slot.To).Count > 0 ? "book" : "hours";
            found.AddRange(all.Where(r => !r.IsLibrary && r.Id != wanted.Id && r.Capacity * 2 >= wanted.Capacity && plan.FreedomOf(r, slot.Date, slot.From, slot.To) == Freedom.Free)
                .OrderBy(r => Math.Abs(r.Capacity - wanted.Capacity)).Take(hall.Id == wanted.HallId ? Most : 1)
                .Select(r => new Alternative(hall.ShortName, r, $"/rooms/{r.Id}/{page}?date={slot.Date:yyyy-MM-dd}&from={slot.From:HH\\:mm}&to={slot.To:HH\\:mm}")));
        }

        return [.. found.Take(Most)];
    }
}

/// <param name="Url">Where it can be booked.</param>
internal sealed record Alternative(string Hall, Room Room, string Url);
