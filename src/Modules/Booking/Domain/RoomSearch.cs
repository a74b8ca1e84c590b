namespace Kominkan.Booking.Domain;

/// <summary>In which order free times are shown.</summary>
internal enum RoomOrder
{
    /// <summary>人数に合う順: as few empty seats as can be, then the earliest.</summary>
    Fit,

    /// <summary>日時の早い順</summary>
    Early,

    /// <summary>使用料の安い順</summary>
    Cheap,
}

/// <summary>What somebody looks for: on which days and when, for how many, with what and where. What is left out is no condition.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
internal sealed record RoomSearch(DateOnly First, DateOnly Last)
{
    /// <summary>Days of the week.</summary>
    public IReadOnlyCollection<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Name of a band: 午後.</summary>
    public string? Band { get; init; }

    /// <summary>Just this time, whatever bands there are.</summary>
    public (TimeOnly From, TimeOnly To)? Time { get; init; }

    public int People { get; init; }

    /// <summary>What sort of room: <see cref="KindOf"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Names of equipment, one of each.</summary>
    public IReadOnlyCollection<string> Equipment { get; init; } = [];

    public string? Ward { get; init; }

    public Guid? HallId { get; init; }

    public Guid? RoomId { get; init; }

    public UserClass UserClass { get; init; }

    /// <summary>研修室 of 研修室1 and 研修室2, 大ホール of 大ホール（東）: what rooms of one sort are called.</summary>
    public static string KindOf(string room) => room.Split('（')[0].TrimEnd("0123456789０１２３４５６７８９".ToCharArray()) is { Length: > 0 } kind ? kind : room;

    public bool IsFor(HallRef hall) => (HallId is null || hall.Id == HallId) && (string.IsNullOrEmpty(Ward) || hall.Ward == Ward);

    public bool IsFor(Room room) =>
        !room.IsLibrary && room.Capacity >= People && (RoomId is null || room.Id == RoomId) && (string.IsNullOrEmpty(Kind) || KindOf(room.Name) == Kind);

    public bool IsOn(DateOnly date) => date >= First && date <= Last && (Weekdays.Count == 0 || Weekdays.Contains(date.DayOfWeek));

    /// <summary>The times of a day that are asked for.</summary>
    public IEnumerable<(TimeOnly From, TimeOnly To)> TimesOf(IReadOnlyList<TimeBand> bands) =>
        Time is { } time ? [time] : bands.Where(b => string.IsNullOrEmpty(Band) || b.Name == Band).Select(b => (b.From, b.To));

    /// <summary>How far a time is from what was asked for: whole days outside the span, then another day of the week, then minutes.</summary>
    public (int Days, int Weekday, int Minutes) FarFrom(RoomSlot slot, TimeOnly? wanted) => (
        Math.Max(0, Math.Max(First.DayNumber - slot.Date.DayNumber, slot.Date.DayNumber - Last.DayNumber)),
        Weekdays.Count == 0 || Weekdays.Contains(slot.Date.DayOfWeek) ? 0 : 1,
        wanted is { } from ? (int)Math.Abs((slot.From - from).TotalMinutes) : 0);
}

/// <summary>A time that is free and can be booked now, and what it costs.</summary>
/// <param name="Bands">午前・午後; empty by the hour.</param>
internal sealed record FoundTime(HallRef Hall, Room Room, RoomSlot Slot, string Bands, int Yen, UserClass UserClass)
{
    /// <summary>Where it can be booked.</summary>
    public string Url => $"/rooms/{Room.Id}/{(Bands.Length > 0 ? "book" : "hours")}?date={Slot.Date:yyyy-MM-dd}&from={Slot.From:HH\\:mm}&to={Slot.To:HH\\:mm}{(UserClass == UserClass.Individual ? $"&userClass={UserClass}" : "")}";
}
