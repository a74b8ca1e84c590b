using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Many uses at once: a course's sessions, a year of a circle's evenings.</summary>
internal sealed partial class RoomCalendar
{
    public async Task SetAsync(IReadOnlyCollection<RoomNeed> needs, CancellationToken cancellation = default)
    {
        var subjects = needs.Select(n => n.Subject).ToList();
        var before = await db.Occupancies.IgnoreQueryFilters().Where(o => subjects.Contains(o.Subject) && o.ReleasedAt == null).ToDictionaryAsync(o => o.Subject, cancellation);
        var changed = needs.Where(n => before.TryGetValue(n.Subject, out var o) ? n.Use is null || n.Use.Slot != o.Slot || n.Use.Title != o.Title : n.Use is not null).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var named = new Dictionary<Guid, Room>();
        foreach (var id in changed.Select(n => n.Use?.Slot.RoomId).OfType<Guid>().Concat(before.Values.Select(o => o.RoomId)).Distinct())
        {
            named[id] = await rooms.FindAsync(id, cancellation) ?? throw new RuleBroken("部屋が見つかりません。部屋を選び直してください。");
        }

        // Everything that changes lets go first: two of them may change places.
        var leaving = changed.Where(n => before.ContainsKey(n.Subject)).Select(n => before[n.Subject].Id).ToList();
        var left = changed.Where(n => before.ContainsKey(n.Subject)).Select(n => (named[before[n.Subject].RoomId], before[n.Subject].Date)).Distinct().ToList();
        var around = new List<Room>(named.Values);
        foreach (var (room, _) in left)
        {
            around.AddRange(await AroundAsync(room, cancellation));
        }

        await spaceLock.TakeAsync(around.SelectMany(r => r.Spaces), cancellation);
        await db.Cells.Where(c => leaving.Contains(c.OccupancyId)).ExecuteDeleteAsync(cancellation);
        var taken = await TakenAsync([.. named.Values.SelectMany(r => r.Spaces)], [.. changed.Select(n => n.Use?.Slot.Date).OfType<DateOnly>().Distinct()], cancellation);
        foreach (var need in changed)
        {
            Put(need, before.GetValueOrDefault(need.Subject), named, taken);
        }

        await db.SaveChangesAsync(cancellation);
        foreach (var (room, date) in left)
        {
            await OfferAsync(room, date, cancellation);
        }
    }

    private void Put(RoomNeed need, Occupancy? occupancy, Dictionary<Guid, Room> named, HashSet<(Guid, DateOnly, int)> taken)
    {
        if (need.Use is not { } use)
        {
            occupancy?.Release(clock.UtcNow());
            return;
        }

        var room = named[use.Slot.RoomId];
        if (occupancy is null)
        {
            db.Occupancies.Add(occupancy = Occupancy.Of(room, use, null));
        }
        else
        {
            occupancy.MoveTo(room, use.Slot);
            occupancy.Rename(use.Title);
        }

        var cells = occupancy.CellsIn(room).ToList();
        if (!cells.TrueForAll(c => taken.Add((c.SpaceId, c.Date, c.Number))))
        {
            throw new RuleBroken($"{use.Slot.Date.MonthDay()}{Wording.Spoken(use.Slot.From, use.Slot.To)}の{room.Name}は、ほかのことに使われます。部屋か時間を変えてください。");
        }

        db.Cells.AddRange(cells);
    }

    /// <summary>What others have of these spaces on these days; what has expired is cleared away.</summary>
    private async Task<HashSet<(Guid, DateOnly, int)>> TakenAsync(IReadOnlyList<Guid> spaces, IReadOnlyList<DateOnly> dates, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var there = await (from c in db.Cells
                           join o in db.Occupancies.IgnoreQueryFilters() on c.OccupancyId equals o.Id
                           where dates.Contains(c.Date) && spaces.Contains(c.SpaceId)
                           select new { c.SpaceId, c.Date, c.Number, c.OccupancyId, IsOver = o.ExpiresAt != null && o.ExpiresAt <= now }).ToListAsync(cancellation);
        var over = there.Where(t => t.IsOver).Select(t => t.OccupancyId).Distinct().ToList();
        if (over.Count > 0)
        {
            await db.Occupancies.IgnoreQueryFilters().Where(o => over.Contains(o.Id)).ExecuteDeleteAsync(cancellation);
        }

        return [.. there.Where(t => !t.IsOver).Select(t => (t.SpaceId, t.Date, t.Number))];
    }
}
