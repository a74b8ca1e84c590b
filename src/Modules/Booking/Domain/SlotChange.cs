namespace Kominkan.Booking.Domain;

/// <summary>What happened to a slot. The numbers are written by the database's triggers (<see cref="Data.LedgerTriggers"/>).</summary>
internal enum SlotAct
{
    /// <summary>申請: kept until a second person agrees.</summary>
    Asked,

    /// <summary>取った</summary>
    Taken,

    /// <summary>変更前: left for another place or time.</summary>
    Left,

    /// <summary>変更後</summary>
    Moved,

    /// <summary>空けた: given back, or ended by itself.</summary>
    GivenUp,
}

/// <summary>
/// 変更の記録: one change of one slot, written by the database with the change itself and sealed into the chain minutes later.
/// Never changed after that, never deleted, and about nobody.
/// </summary>
[ShownPublicly(BookingModule.LedgerTag)]
internal sealed class SlotChange
{
    private SlotChange()
    {
    }

    public long Id { get; private init; }

    /// <summary>Whose slot it is; stays inside.</summary>
    public Guid OccupancyId { get; private init; }

    public SlotAct Act { get; private init; }

    public Guid HallId { get; private init; }

    public Guid RoomId { get; private init; }

    public DateOnly Date { get; private init; }

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    public RoomUseKind Kind { get; private init; }

    /// <summary>Place in the chain, from 1; null until it is sealed.</summary>
    public long? No { get; private set; }

    /// <summary>UTC, to the second.</summary>
    public DateTime? SealedAt { get; private set; }

    /// <summary>Day of the sealing, Japan time: what a day's page and file hold never grows afterwards.</summary>
    public DateOnly? SealedOn { get; private set; }

    /// <summary>Numbers of hall and room as they were then.</summary>
    public string? Hall { get; private set; }

    public string? Room { get; private set; }

    /// <summary>The category of the public file.</summary>
    public string? Use { get; private set; }

    public string? Hash { get; private set; }

    /// <summary>As it is published.</summary>
    public LedgerEntry Entry => new(No ?? 0, SealedAt ?? default, Words(Act), Hall ?? "", Room ?? "", Date, From, To, Use ?? "", Hash ?? "");

    /// <summary>Takes its place in the chain, for good.</summary>
    /// <param name="user">Who hired, where somebody did.</param>
    public void Seal(long no, string previous, string hall, string room, UserClass? user, DateTime nowUtc)
    {
        if (No is not null)
        {
            throw new InvalidOperationException("A sealed change is not sealed again.");
        }

        (No, Hall, Room, Use) = (no, hall, room, Category(Kind, user));
        (SealedAt, SealedOn) = (nowUtc.AddTicks(-(nowUtc.Ticks % TimeSpan.TicksPerSecond)), DateOnly.FromDateTime(nowUtc.InJapan()));
        Hash = Entry.After(previous).Hash;
    }

    private static string Words(SlotAct act) => act switch
    {
        SlotAct.Asked => "asked",
        SlotAct.Taken => "taken",
        SlotAct.Left => "left",
        SlotAct.Moved => "moved",
        _ => "given-up",
    };

    private static string Category(RoomUseKind kind, UserClass? user) => kind switch
    {
        RoomUseKind.Hire => user switch { UserClass.Individual => "individual", UserClass.Group => "group", _ => "hire" },
        RoomUseKind.OwnProgram => "own-program",
        RoomUseKind.Maintenance => "maintenance",
        RoomUseKind.Election => "election",
        RoomUseKind.Shelter => "shelter",
        _ => "offer",
    };
}
