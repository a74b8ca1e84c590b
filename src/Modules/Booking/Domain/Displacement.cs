namespace Kominkan.Booking.Domain;

/// <summary>会場の変更: a hall, or one of its rooms, is needed for something that does not wait, and who hired it must go elsewhere.</summary>
internal sealed class Displacement : IHallOwned
{
    /// <summary>How long a room elsewhere is kept for an answer.</summary>
    public static readonly CityRule AnswerDays = new("booking.move-days", "会場の変更の案内に返事を待つ日数", "日", 3, 1, 14);

    private const int LongestDays = 31;

    private Displacement()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid HallId { get; private init; }

    /// <summary>Null for every room of the hall.</summary>
    public Guid? RoomId { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>Last day, included.</summary>
    public DateOnly To { get; private init; }

    public RoomUseKind Kind { get; private init; }

    public string Reason { get; private init; } = "";

    public string OpenedByName { get; private init; } = "";

    public DateTime OpenedAt { get; private init; }

    /// <summary>It was a mistake, or is not needed after all.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <exception cref="RuleBroken">The days are over or too many, nobody says why, or it is no such use.</exception>
    public static Displacement Open(Guid hall, Guid? room, DateOnly from, DateOnly to, RoomUseKind kind, string? reason, string by, DateTime nowUtc)
    {
        reason = JapaneseText.Clean(reason);
        var today = DateOnly.FromDateTime(nowUtc.InJapan());
        Demand(from >= today && from <= today.AddYears(1), "始まりの日は、今日から1年の間の日にしてください。", "Input.From");
        Demand(to >= from && to.DayNumber - from.DayNumber < LongestDays, $"終わりの日は、始まりの日から{LongestDays}日のうちにしてください。", "Input.To");
        Demand(kind is RoomUseKind.Election or RoomUseKind.Shelter or RoomUseKind.Maintenance, "使いみちを選んでください。", "Input.Kind");
        Demand(reason.Length > 0 && JapaneseText.Length(reason) <= 60, "理由を60字までで入力してください。", "Input.Reason");
        return new Displacement { HallId = hall, RoomId = room, From = from, To = to, Kind = kind, Reason = reason, OpenedByName = by, OpenedAt = nowUtc };
    }

    public bool IsOn => WithdrawnAt is null;

    /// <summary>What it needs of the calendar.</summary>
    public RoomUse Use(RoomSlot slot) => new(slot, Kind, Reason, Id, $"/staff/displacements/{Id}");

    public string? WhyNotWithdraw(DateOnly today) => WithdrawnAt is not null ? "この会場の変更は、もう取り消されています。" : To < today ? "終わった会場の変更は取り消せません。" : null;

    /// <exception cref="RuleBroken">It is over already.</exception>
    public void Withdraw(DateTime nowUtc)
    {
        if (WhyNotWithdraw(DateOnly.FromDateTime(nowUtc.InJapan())) is { } why)
        {
            throw new RuleBroken(why);
        }

        WithdrawnAt = nowUtc;
    }

    private static void Demand(bool holds, string sentence, string field) => _ = holds ? true : throw new RuleBroken(sentence, field);
}
