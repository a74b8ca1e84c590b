namespace Kominkan.Booking.Domain;

/// <summary>One use of a room as the tables need it.</summary>
internal sealed record RoomTime(Guid RoomId, DateOnly Date, TimeOnly From, TimeOnly To, RoomUseKind Kind, DateTime? ExpiresAt);

/// <summary>How free a room is for some time.</summary>
internal enum Freedom
{
    /// <summary>空き</summary>
    Free,

    /// <summary>一部空き: some of it can be hired by the hour.</summary>
    Partly,

    /// <summary>予約あり</summary>
    Taken,
}

/// <summary>What happens in the rooms of a hall, a partitioned room seen with its parts.</summary>
internal sealed class DayPlan(IReadOnlyList<Room> rooms, IEnumerable<RoomTime> times, DateTime nowUtc)
{
    private readonly Dictionary<Guid, Room> byId = rooms.ToDictionary(r => r.Id);
    private readonly List<RoomTime> live = [.. times.Where(t => t.ExpiresAt is null || t.ExpiresAt > nowUtc)];

    /// <summary>What takes the room's spaces, whichever name it was taken under, in the order of the day.</summary>
    public IEnumerable<RoomTime> Of(Room room) =>
        live.Where(t => t.RoomId == room.Id || (byId.TryGetValue(t.RoomId, out var other) && other.Spaces.Any(room.Spaces.Contains))).OrderBy(t => t.Date).ThenBy(t => t.From);

    /// <summary>What is free of the room between the hall's opening and its closing.</summary>
    public IReadOnlyList<(TimeOnly From, TimeOnly To)> FreeOf(Room room, DateOnly date, TimeOnly opens, TimeOnly closes)
    {
        var (free, start) = (new List<(TimeOnly, TimeOnly)>(), opens);
        foreach (var taken in Of(room).Where(t => t.Date == date && t.From < closes && t.To > opens))
        {
            if (taken.From > start)
            {
                free.Add((start, taken.From));
            }

            start = taken.To > start ? taken.To : start;
        }

        return start < closes ? [.. free, (start, closes)] : free;
    }

    public Freedom FreedomOf(Room room, DateOnly date, TimeOnly from, TimeOnly to)
    {
        var taken = Of(room).Where(t => t.Date == date && t.From < to && t.To > from).ToList();
        if (taken.Count == 0)
        {
            return Freedom.Free;
        }

        var cells = Cells.Of(from, to).Numbers.Where(n => !taken.Exists(t => Cells.At(t.From) <= n && n < Cells.Before(t.To))).ToList();
        return cells.Count >= 60 / Cells.Minutes ? Freedom.Partly : Freedom.Taken;
    }
}
