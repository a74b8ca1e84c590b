using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Rooms of a hall that is needed for something else: whatever is free there is taken, and whatever is left stays taken.</summary>
internal sealed partial class RoomCalendar
{
    /// <summary>Holds several rooms with all that share a space with them, in one go and in order.</summary>
    public async Task LockAroundAsync(IEnumerable<Room> several, CancellationToken cancellation = default)
    {
        var around = new List<Room>();
        foreach (var room in several)
        {
            around.AddRange(await AroundAsync(room, cancellation));
        }

        await spaceLock.TakeAsync(around.SelectMany(r => r.Spaces), cancellation);
    }

    /// <summary>Takes all of the time that nobody has yet; who was about to fill in a form for it finds it taken. Call it behind the rooms' lock.</summary>
    /// <param name="use">What the room is taken for.</param>
    public async Task TakeRestAsync(IReadOnlyCollection<Room> taking, DateOnly date, TimeOnly from, TimeOnly to, Func<RoomSlot, RoomUse> use, CancellationToken cancellation = default)
    {
        var ids = taking.Select(r => r.Id).ToList();
        await db.Occupancies.IgnoreQueryFilters().Where(o => o.Kind == RoomUseKind.Hold && o.Date == date && ids.Contains(o.RoomId)).ExecuteDeleteAsync(cancellation);
        var taken = await TakenAsync([.. taking.SelectMany(r => r.Spaces)], [date], cancellation);

        // Parts before the whole: where one is taken, the other still can be.
        foreach (var room in taking.OrderBy(r => r.Spaces.Count).ThenBy(r => r.No, StringComparer.Ordinal))
        {
            bool IsFree(int n) => room.Spaces.All(s => !taken.Contains((s, date, n)));
            var (first, end) = (Cells.At(from), Cells.Before(to));
            for (var n = first; n < end; n++)
            {
                if (!IsFree(n))
                {
                    continue;
                }

                var start = n;
                while (n < end && IsFree(n))
                {
                    n++;
                }

                var occupancy = Occupancy.Of(room, use(new RoomSlot(room.Id, date, Cells.TimeOf(start), Cells.TimeOf(n))), null);
                var cells = occupancy.CellsIn(room).ToList();
                taken.UnionWith(cells.Select(c => (c.SpaceId, c.Date, c.Number)));
                db.Occupancies.Add(occupancy);
                db.Cells.AddRange(cells);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The hall needs the room then: what becomes free is offered to nobody.</summary>
    private Task<bool> IsClosedAsync(Room room, DateOnly date, CancellationToken cancellation) => db.Displacements.IgnoreQueryFilters()
        .AnyAsync(d => d.HallId == room.HallId && d.WithdrawnAt == null && d.From <= date && d.To >= date && (d.RoomId == null || d.RoomId == room.Id), cancellation);
}
