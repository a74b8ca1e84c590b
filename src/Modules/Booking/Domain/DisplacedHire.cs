namespace Kominkan.Booking.Domain;

internal enum MoveState
{
    /// <summary>会場を探す: no room elsewhere has been found yet.</summary>
    Open,

    /// <summary>案内中: a room elsewhere is kept for them.</summary>
    Offered,

    /// <summary>移った</summary>
    Moved,

    /// <summary>全額を返す: they said no, did not answer, or there was no room.</summary>
    Refunded,

    /// <summary>そのまま: the hall is not needed after all.</summary>
    Kept,
}

/// <summary>One hire that must go elsewhere, from the list to the answer. Who it is stands in the hire.</summary>
internal sealed class DisplacedHire : IHallOwned
{
    private DisplacedHire()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid DisplacementId { get; private init; }

    public Guid HireId { get; private init; }

    /// <summary>The hall and room they had to leave, and when it would have been.</summary>
    public Guid HallId { get; private init; }

    public Guid RoomId { get; private init; }

    public DateOnly Date { get; private init; }

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    public MoveState State { get; private set; }

    /// <summary>The room elsewhere; stays when it is over.</summary>
    public Guid? OfferedRoomId { get; private set; }

    /// <summary>Until when (UTC) it is kept for them.</summary>
    public DateTime? OfferUntil { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public RoomSlot Slot => new(RoomId, Date, From, To);

    public bool IsUndecided => State is MoveState.Open or MoveState.Offered;

    public static DisplacedHire Of(Displacement displacement, RoomHire hire) => new()
    {
        DisplacementId = displacement.Id,
        HireId = hire.Id,
        HallId = hire.HallId,
        RoomId = hire.RoomId,
        Date = hire.Date,
        From = hire.From,
        To = hire.To,
    };

    /// <summary>What it needs of the calendar while it is offered; the hall that has the room learns no more.</summary>
    public RoomUse Keep(Room room) => new(Slot with { RoomId = room.Id }, RoomUseKind.Offer, "会場の変更の案内", Id);

    public string? WhyNotOffer(DateTime nowUtc) => IsOver(nowUtc) ?? (RoomWait.DeadlineOf(Date.ToUtc(From), nowUtc, 1) is null ? "利用の時刻が近いため、案内できません。" : null);

    /// <summary>Another room than the one offered before, if any.</summary>
    /// <exception cref="RuleBroken">It is decided already, or too late.</exception>
    public void Offer(Room room, DateTime until, DateTime nowUtc)
    {
        Demand(WhyNotOffer(nowUtc));
        (State, OfferedRoomId, OfferUntil) = (MoveState.Offered, room.Id, until);
    }

    /// <summary>Why the offer cannot be taken now, or null.</summary>
    public string? WhyNotAccept(DateTime nowUtc) => State != MoveState.Offered ? "いまは、ほかの部屋の案内がありません。" : OfferUntil < nowUtc ? "返事の期限を過ぎました。館に電話で相談してください。" : null;

    /// <exception cref="RuleBroken">Nothing is offered, or the deadline is over.</exception>
    public void Accept(DateTime nowUtc)
    {
        Demand(WhyNotAccept(nowUtc));
        (State, AnsweredAt) = (MoveState.Moved, nowUtc);
    }

    public string? WhyNotEnd() => IsUndecided ? null : "この予約の会場の変更は、もう決まっています。";

    /// <summary>They said no, did not answer in time, or nothing could be offered: everything goes back.</summary>
    /// <exception cref="RuleBroken">It is decided already.</exception>
    public void Refund(DateTime nowUtc)
    {
        Demand(WhyNotEnd());
        (State, AnsweredAt) = (MoveState.Refunded, nowUtc);
    }

    /// <summary>The room is theirs as before.</summary>
    /// <exception cref="RuleBroken">It is decided already.</exception>
    public void Stay(DateTime nowUtc)
    {
        Demand(WhyNotEnd());
        (State, AnsweredAt) = (MoveState.Kept, nowUtc);
    }

    private string? IsOver(DateTime nowUtc) => WhyNotEnd() ?? (Date.ToUtc(From) <= nowUtc ? "利用の始まる時刻を過ぎています。" : null);

    private static void Demand(string? why) => _ = why is null ? true : throw new RuleBroken(why);
}
