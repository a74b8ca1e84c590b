using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>Rooms a displaced hire could go to: as large or larger, free at the same time, with what goes with it; the nearest first.</summary>
internal sealed class OtherRooms(BookingDb db, DayQueries queries, RoomCalendar calendar, BookingTimes times, DrawnRooms drawn, Stock stock, IRooms rooms, IHallDirectory directory, TimeProvider clock)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<Room>> FindAsync(RoomHire hire, Room left, CancellationToken cancellation = default)
    {
        var (halls, now) = (await directory.GetAsync(cancellation), clock.UtcNow());
        var (ward, uses) = (halls.Find(left.HallId)?.Ward, (await queries.OfCityAsync(db, hire.Date, hire.Date, cancellation)).ToLookup(t => t.RoomId));
        var found = new List<Room>();
        foreach (var hall in halls.All.OrderBy(h => h.Id == left.HallId ? 0 : h.Ward == ward ? 1 : 2))
        {
            var all = await rooms.OfHallAsync(hall.Id, cancellation);
            var plan = new DayPlan(all, all.SelectMany(r => uses[r.Id]), now);
            foreach (var room in all.Where(r => plan.FreedomOf(r, hire.Date, hire.From, hire.To) == Freedom.Free).OrderBy(r => r.Capacity).ThenBy(r => r.No, StringComparer.Ordinal))
            {
                if (found.Count < Most && await FitsAsync(hire, left, room, cancellation))
                {
                    found.Add(room);
                }
            }
        }

        return found;
    }

    /// <summary>Whether the hire can take place there; asked again behind the room's lock.</summary>
    public async Task<bool> FitsAsync(RoomHire hire, Room left, Room room, CancellationToken cancellation = default)
    {
        var slot = hire.Slot with { RoomId = room.Id };
        if (room.IsLibrary || room.Id == left.Id || room.Capacity < left.Capacity || await times.WhyClosedAsync(room.HallId, slot, cancellation) is not null || await drawn.WhyNotAsync(room.HallId, slot, cancellation) is not null
            || await calendar.WhyNotAsync(slot, cancellation) is not null || await calendar.IsPromisedAsync(room, slot, cancellation))
        {
            return false;
        }

        foreach (var item in hire.Items.Where(_ => room.HallId != hire.HallId))
        {
            if (await stock.LeftAsync(room.HallId, item.Name, slot, cancellation) < item.Count)
            {
                return false;
            }
        }

        return true;
    }
}
