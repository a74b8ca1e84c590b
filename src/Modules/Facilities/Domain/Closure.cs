namespace Kominkan.Facilities.Domain;

internal enum ClosureKind
{
    Inspection,
    Works,
    Shelter,
    Election,
    Weather,
    LibraryArrangement,
    Other,
}

/// <summary>Days on which a hall, or every hall, is closed for a reason people can read.</summary>
internal sealed class Closure
{
    private Closure()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The hall; null for every hall of the city.</summary>
    public Guid? HallId { get; private init; }

    /// <summary>The whole building, or only its library room.</summary>
    public OpeningPart Part { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>Last day, included.</summary>
    public DateOnly To { get; private init; }

    public ClosureKind Kind { get; private init; }

    public string Reason { get; private init; } = "";

    /// <summary>When somebody withdrew it, UTC; it no longer closes anything.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <exception cref="RuleBroken">The days are the wrong way round, too many, or there is no reason.</exception>
    public static Closure Announce(Guid? hallId, OpeningPart part, DateOnly from, DateOnly to, ClosureKind kind, string reason)
    {
        reason = JapaneseText.Clean(reason);
        if (to < from)
        {
            throw new RuleBroken("終わりの日は、始まりの日と同じか後にしてください。", "Input.To");
        }

        if (to.DayNumber - from.DayNumber > 3 * 366)
        {
            throw new RuleBroken("休館は3年までです。終わりの日を確かめてください。", "Input.To");
        }

        if (reason.Length == 0 || JapaneseText.Length(reason) > 60)
        {
            throw new RuleBroken("休館の理由を60字までで入力してください。", "Input.Reason");
        }

        return new Closure { HallId = hallId, Part = part, From = from, To = to, Kind = kind, Reason = reason };
    }

    public bool Covers(DateOnly date) => WithdrawnAt is null && date >= From && date <= To;

    /// <summary>Why it cannot be withdrawn, or null.</summary>
    public string? WhyNotWithdraw(DateOnly today, HallScope scope) =>
        WithdrawnAt is not null ? "この休館はもう取り消されています。"
        : To < today ? "終わった休館は取り消せません。"
        : HallId is null && !scope.IsEverywhere ? "全館の休館は、本部だけが取り消せます。"
        : null;

    /// <exception cref="RuleBroken">It is over, withdrawn already, or somebody else's.</exception>
    public void Withdraw(DateOnly today, DateTime nowUtc, HallScope scope)
    {
        if (WhyNotWithdraw(today, scope) is { } reason)
        {
            throw new RuleBroken(reason);
        }

        WithdrawnAt = nowUtc;
    }
}
