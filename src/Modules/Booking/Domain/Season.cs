namespace Kominkan.Booking.Domain;

internal enum SeasonState
{
    /// <summary>調整中: nothing is taken yet.</summary>
    Asked,

    /// <summary>決定: its days are hires.</summary>
    Taken,

    /// <summary>取下げ</summary>
    Withdrawn,
}

/// <summary>年間の予約: a circle's weekly time for up to a year, in one application; looked through day by day, then taken at once.</summary>
internal sealed class Season : HireRequest
{
    private const int MostWeeks = 53;

    private Season()
    {
    }

    /// <summary>The first of its rooms, from which it was asked.</summary>
    public Guid RoomId { get; private init; }

    /// <summary>Rooms used at the same time as the first.</summary>
    public List<Guid> MoreRooms { get; private init; } = [];

    public IEnumerable<Guid> Rooms => MoreRooms.Prepend(RoomId);

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    public DateOnly First { get; private init; }

    public DateOnly Last { get; private init; }

    public SeasonState State { get; private set; }

    public DateTime? TakenAt { get; private set; }

    /// <summary>Every week from the first day on.</summary>
    public IEnumerable<DateOnly> Dates => Enumerable.Range(0, MostWeeks + 1).Select(n => First.AddDays(7 * n)).TakeWhile(d => d <= Last);

    /// <param name="rooms">Used at the same time, each by as many people as the order says; all of one hall.</param>
    /// <exception cref="RuleBroken">The days or hours are none, two of the rooms are parts of one another, or a text is missing.</exception>
    public static Season Ask(IReadOnlyList<Room> rooms, Order order, DateOnly first, DateOnly last, TimeOnly from, TimeOnly to, DateTime nowUtc)
    {
        _ = Cells.Of(from, to);
        if (first <= DateOnly.FromDateTime(nowUtc.InJapan()))
        {
            throw new RuleBroken("始まりの日は、明日からの日にしてください。", "Input.First");
        }

        if (last < first.AddDays(7) || last > first.AddDays(7 * MostWeeks))
        {
            throw new RuleBroken("終わりの日は、始まりの1週間後から1年後までにしてください。", "Input.Last");
        }

        if (rooms.SelectMany(r => r.Spaces).GroupBy(s => s).Any(s => s.Count() > 1))
        {
            throw new RuleBroken("同じ場所を含む部屋は、一緒には使えません。部屋を選び直してください。", "Input.MoreRooms");
        }

        var season = new Season { RoomId = rooms[0].Id, MoreRooms = [.. rooms.Skip(1).Select(r => r.Id)], From = from, To = to, First = first, Last = last };
        season.Begin(order, nowUtc);
        season.Say(order, rooms[0].HallId, rooms.Min(r => r.Capacity));
        return season;
    }

    public string? WhyNotTake() => State switch
    {
        SeasonState.Taken => "この年間の予約は、もう決まっています。",
        SeasonState.Withdrawn => "この年間の予約は、取り下げられています。",
        _ => null,
    };

    /// <exception cref="RuleBroken">It was taken or withdrawn already.</exception>
    public void Take(DateTime nowUtc)
    {
        _ = WhyNotTake() is { } why ? throw new RuleBroken(why) : true;
        (State, TakenAt) = (SeasonState.Taken, nowUtc);
    }

    /// <exception cref="RuleBroken">It was taken or withdrawn already.</exception>
    public void Withdraw()
    {
        _ = WhyNotTake() is { } why ? throw new RuleBroken(why) : true;
        State = SeasonState.Withdrawn;
    }
}
