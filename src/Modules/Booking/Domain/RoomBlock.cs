namespace Kominkan.Booking.Domain;

internal enum BlockState
{
    /// <summary>承認待ち: the room is kept until the deadline.</summary>
    Asked,

    /// <summary>承認</summary>
    Approved,

    /// <summary>却下</summary>
    Refused,

    /// <summary>取消</summary>
    Withdrawn,
}

/// <summary>
/// A room the hall keeps for itself: an event of its own, maintenance, an election, a shelter. One asks with a reason,
/// another agrees; what nobody agrees to ends by itself. So nobody can close rooms alone.
/// </summary>
internal sealed class RoomBlock : IHallOwned
{
    /// <summary>How long a room is kept for somebody else's answer.</summary>
    public static readonly CityRule Days = new("booking.block-days", "部屋の申請に返事をする日数", "日", 3, 1, 14);

    private RoomBlock()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    public Guid RoomId { get; private init; }

    public DateOnly Date { get; private init; }

    public TimeOnly From { get; private init; }

    public TimeOnly To { get; private init; }

    public RoomUseKind Kind { get; private init; }

    public string Reason { get; private init; } = "";

    public Guid AskedBy { get; private init; }

    public string AskedByName { get; private init; } = "";

    public DateTime AskedAt { get; private init; }

    /// <summary>Until when somebody else must agree.</summary>
    public DateTime AnswerBy { get; private init; }

    public BlockState State { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public string AnsweredByName { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>How many came; 0 where the room was not used, null while nobody has said.</summary>
    public int? Came { get; private set; }

    /// <exception cref="RuleBroken">No reason, or a kind that is no block.</exception>
    public static RoomBlock Ask(Room room, RoomSlot slot, RoomUseKind kind, string? reason, Guid by, string byName, DateTime nowUtc, DateTime answerBy)
    {
        if (kind is RoomUseKind.Hold or RoomUseKind.Hire or RoomUseKind.Offer)
        {
            throw new RuleBroken("使いみちを選んでください。", "Input.Kind");
        }

        reason = JapaneseText.Clean(reason);
        if (reason.Length == 0 || JapaneseText.Length(reason) > 80)
        {
            throw new RuleBroken("理由を80字までで入力してください。", "Input.Reason");
        }

        return new RoomBlock
        {
            HallId = room.HallId,
            RoomId = room.Id,
            Date = slot.Date,
            From = slot.From,
            To = slot.To,
            Kind = kind,
            Reason = reason,
            AskedBy = by,
            AskedByName = byName,
            AskedAt = nowUtc,
            AnswerBy = answerBy,
        };
    }

    public bool IsWaiting(DateTime nowUtc) => State == BlockState.Asked && AnswerBy > nowUtc;

    /// <summary>Why this person cannot answer now, or null.</summary>
    public string? WhyNotAnswer(Guid by, DateTime nowUtc) =>
        State != BlockState.Asked ? "この申請には、もう返事がされています。"
        : AnswerBy <= nowUtc ? "返事の期限を過ぎたため、部屋はもう空けました。"
        : by == AskedBy ? "申請した本人は承認できません。ほかの職員に頼んでください。"
        : null;

    /// <exception cref="RuleBroken">They asked for it themselves, or it was answered already.</exception>
    public void Answer(bool agrees, Guid by, string byName, DateTime nowUtc)
    {
        if (WhyNotAnswer(by, nowUtc) is { } why)
        {
            throw new RuleBroken(why);
        }

        (State, AnsweredBy, AnsweredByName, AnsweredAt) = (agrees ? BlockState.Approved : BlockState.Refused, by, byName, nowUtc);
    }

    public string? WhyNotReport(DateTime nowUtc) =>
        State != BlockState.Approved ? "承認された申請だけに、来た人数を入れられます。" : Date.ToUtc(From) > nowUtc ? "利用が始まってから、来た人数を入れてください。" : null;

    /// <summary>利用報告: how many came; may be corrected.</summary>
    /// <exception cref="RuleBroken">It was not agreed to, has not begun, or the number is out of range.</exception>
    public void Report(int came, DateTime nowUtc)
    {
        if (WhyNotReport(nowUtc) is { } why)
        {
            throw new RuleBroken(why);
        }

        Came = came is >= 0 and <= 10_000 ? came : throw new RuleBroken("来た人数は0から10000までの数で入力してください。", "Input.Came");
    }

    /// <exception cref="RuleBroken">There is nothing to withdraw any more.</exception>
    public void Withdraw(DateTime nowUtc)
    {
        if (State is not (BlockState.Asked or BlockState.Approved))
        {
            throw new RuleBroken("この申請は、もう取り消されています。");
        }

        (State, AnsweredAt) = (BlockState.Withdrawn, AnsweredAt ?? nowUtc);
    }
}
