namespace Kominkan.Booking.Domain;

/// <summary>
/// Something that happens in a room at a time, whatever it is: a hold, a hire, a course, maintenance, an election, a
/// shelter. Its <see cref="Cell"/>s are what nobody else can have.
/// </summary>
[ShownPublicly(BookingModule.RoomsTag)]
internal sealed class Occupancy : IHallOwned
{
    public const int LongestTitle = 100;

    private Occupancy()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private set; }

    public Guid RoomId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    public RoomUseKind Kind { get; private set; }

    /// <summary>The record it is for: a hire, a block, a session.</summary>
    public Guid Subject { get; private set; }

    /// <summary>What staff read in the ledger; no names of residents.</summary>
    public string Title { get; private set; } = "";

    public string? Url { get; private set; }

    /// <summary>Until when (UTC) it counts: of holds, and of blocks nobody has agreed to yet. Null for good.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Given back; it has no cells any more and is kept for the record.</summary>
    public DateTime? ReleasedAt { get; private set; }

    /// <exception cref="RuleBroken">The time is no time of a day.</exception>
    public static Occupancy Of(Room room, RoomUse use, DateTime? expiresAt)
    {
        var occupancy = new Occupancy { Kind = use.Kind, Subject = use.Subject, Url = use.Url, ExpiresAt = expiresAt };
        occupancy.Rename(use.Title);
        occupancy.Place(room, use.Slot);
        return occupancy;
    }

    public RoomSlot Slot => new(RoomId, Date, From, To);

    /// <exception cref="RuleBroken">It was given back, or the time is no time of a day.</exception>
    public void MoveTo(Room room, RoomSlot slot)
    {
        if (ReleasedAt is not null)
        {
            throw new RuleBroken("取り消した部屋は動かせません。新しく部屋を取ってください。");
        }

        Place(room, slot);
    }

    /// <summary>What it is called now: a course may get another title.</summary>
    public void Rename(string title) => Title = title.Length <= LongestTitle ? title : title[..LongestTitle];

    public void Release(DateTime nowUtc) => ReleasedAt ??= nowUtc;

    /// <summary>Who held it has it for good: from now on it is theirs.</summary>
    public void BecomeHire(RoomHire hire) => (Kind, Subject, Title, Url, ExpiresAt) = (RoomUseKind.Hire, hire.Id, hire.Use.Title, hire.Use.Url, null);

    /// <summary>Another use of the same room and time takes it over, so that it is free for nobody in between.</summary>
    public void Become(RoomUse use)
    {
        (Kind, Subject, Url, ExpiresAt) = (use.Kind, use.Subject, use.Url, null);
        Rename(use.Title);
    }

    /// <summary>It no longer ends by itself.</summary>
    public void KeepForGood() => ExpiresAt = null;

    public bool CountsAt(DateTime nowUtc) => ReleasedAt is null && (ExpiresAt is null || ExpiresAt > nowUtc);

    public IEnumerable<Cell> CellsIn(Room room) =>
        room.Spaces.Order().SelectMany(space => Cells.Of(From, To).Numbers.Select(n => new Cell { SpaceId = space, Date = Date, Number = n, OccupancyId = Id }));

    private void Place(Room room, RoomSlot slot)
    {
        _ = Cells.Of(slot.From, slot.To);
        (HallId, RoomId, Date, From, To) = (room.HallId, room.Id, slot.Date, slot.From, slot.To);
    }
}

/// <summary>A quarter of an hour of an atomic space on a day. There can be only one: that is the last guard against two uses at once.</summary>
internal sealed class Cell
{
    public required Guid SpaceId { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>From midnight: 36 begins at nine.</summary>
    public required int Number { get; init; }

    public required Guid OccupancyId { get; init; }
}
