using Kominkan.Booking.Contracts;
using Kominkan.Facilities.Contracts;

namespace Kominkan.Booking.Tests;

/// <summary>What a room's calendar and its money must be, in the fewest words: a list, and no two things of it in one space at one time.</summary>
internal sealed class RoomModel
{
    /// <summary>Of the sample's terms.</summary>
    private const int FreeDays = 7;

    private readonly List<Thing> things = [];

    public IReadOnlyList<Thing> Things => things;

    public IReadOnlyList<string> At(DateTime now) => [.. things.Where(t => t.CountsAt(now)).Select(t => t.Line).Order(StringComparer.Ordinal)];

    public bool IsFree(Room room, RoomSlot slot, DateTime now, Thing? except = null) =>
        !things.Exists(t => t != except && t.CountsAt(now) && t.Slot.Date == slot.Date && t.Slot.From < slot.To && slot.From < t.Slot.To && t.Room.Spaces.Intersect(room.Spaces).Any());

    public Thing Add(Room room, RoomSlot slot, RoomUseKind kind, DateTime? expiresAt = null)
    {
        var thing = new Thing { Room = room, Slot = slot, Kind = kind, ExpiresAt = expiresAt };
        things.Add(thing);
        return thing;
    }

    /// <summary>Of a hold that ran out nothing is left once somebody else has the time.</summary>
    public void Forget(Room room, RoomSlot slot, DateTime now) =>
        things.RemoveAll(t => t.ExpiresAt is not null && !t.CountsAt(now) && t.Slot.Date == slot.Date && t.Slot.From < slot.To && slot.From < t.Slot.To && t.Room.Spaces.Intersect(room.Spaces).Any());

    public void Remove(Thing thing) => things.Remove(thing);

    /// <summary>The sample city's price of the bands between two times.</summary>
    public static int Price(Room room, RoomSlot slot)
    {
        var morning = Math.Max(1, room.Capacity / 12) * 100;
        var (afternoon, evening) = (morning * 4 / 3 / 10 * 10, morning * 3 / 2 / 10 * 10);
        return (slot.From.Hour, slot.To.Hour) switch
        {
            (9, 12) => morning,
            (13, 17) => afternoon,
            (18, 22) => evening,
            (9, 17) => morning + afternoon,
            (13, 22) => afternoon + evening,
            _ => (morning + afternoon + evening) * 9 / 10 / 10 * 10,
        };
    }

    public static int Owed(Thing hire, DateOnly today) => hire.Slot.Date.DayNumber - today.DayNumber >= FreeDays ? 0 : hire.Yen / 2 / 10 * 10;

    internal sealed class Thing
    {
        public required Room Room { get; init; }

        public required RoomSlot Slot { get; set; }

        public required RoomUseKind Kind { get; set; }

        public DateTime? ExpiresAt { get; set; }

        public bool IsReleased { get; set; }

        /// <summary>Of a hire: the fee.</summary>
        public int Yen { get; set; }

        /// <summary>Of a hire: what is charged as it stands.</summary>
        public int Charged { get; set; }

        /// <summary>In the program: the occupancy, the hire or the draft.</summary>
        public Guid Id { get; set; }

        public string Line => $"{Slot.Date:MM-dd} {Room.Name} {Slot.From:HH:mm}-{Slot.To:HH:mm} {Kind}";

        public bool CountsAt(DateTime now) => !IsReleased && (ExpiresAt is null || ExpiresAt > now);
    }
}
