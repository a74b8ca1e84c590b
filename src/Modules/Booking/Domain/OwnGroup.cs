namespace Kominkan.Booking.Domain;

/// <summary>利害の届: somebody of the staff says that they belong to a group, so that what they do for it can be looked at.</summary>
internal sealed class OwnGroup
{
    private OwnGroup()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid AccountId { get; private init; }

    /// <summary>Of the account, for who reads the alerts.</summary>
    public string AccountName { get; private init; } = "";

    public string Name { get; private init; } = "";

    /// <summary>Which hires are the group's: <see cref="Party"/>.</summary>
    public string PartyKey { get; private init; } = "";

    public DateOnly Since { get; private init; }

    /// <summary>The last day on which they belonged to it, by their own word; what was done before is looked at still.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <exception cref="RuleBroken">The name is missing or too long.</exception>
    public static OwnGroup Declare(string? name, Clerk by, DateOnly today)
    {
        var clean = JapaneseText.Clean(name);
        var party = Party.KeyOf(UserClass.Group, new Hirer { GroupName = clean });
        return party.Length > 0 && JapaneseText.Length(clean) <= 100 ? new OwnGroup { AccountId = by.Id, AccountName = by.Name, Name = clean, PartyKey = party, Since = today }
            : throw new RuleBroken("団体の名前を100字までで入力してください。", "Input.Name");
    }

    /// <exception cref="RuleBroken">They left it already.</exception>
    public void Leave(DateOnly today) => LeftOn = LeftOn is null ? today : throw new RuleBroken("この届は、もう終わっています。");
}

/// <summary>What of the staff's work on a hire could favour a group.</summary>
internal enum HireActKind
{
    Booked,
    Permitted,
    Reduced,
    Cancelled,
    Proved,
    Unproved,
}

/// <summary>Who of the staff did it: an account, as names are not one's own.</summary>
internal sealed class HireAct : IHallOwned
{
    private HireAct()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HireId { get; private init; }

    public Guid HallId { get; private init; }

    public HireActKind Kind { get; private init; }

    public Guid AccountId { get; private init; }

    public DateTime At { get; private init; }

    public static HireAct Of(RoomHire hire, HireActKind kind, Guid by, DateTime nowUtc) => new() { HireId = hire.Id, HallId = hire.HallId, Kind = kind, AccountId = by, At = nowUtc };
}
