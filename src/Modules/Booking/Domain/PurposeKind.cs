namespace Kominkan.Booking.Domain;

/// <summary>目的の種類: what rooms are used for, to choose from. Some may not be, and say by which reason and article.</summary>
internal sealed class PurposeKind : DatedRule
{
    public const int LongestName = 40;

    /// <summary>What is chosen when nothing else fits, and so stands last.</summary>
    public const string Other = "その他";

    private PurposeKind()
    {
    }

    /// <summary>学習・文化活動</summary>
    public string Name { get; private init; } = "";

    /// <summary>Code of the <see cref="RefusalReason"/> that forbids it; empty for most.</summary>
    public string RefusalCode { get; private init; } = "";

    /// <summary>Of that reason, when it was set.</summary>
    public string Article { get; private init; } = "";

    public bool IsForbidden => RefusalCode.Length > 0;

    public override string Subject => Name;

    /// <param name="forbidding">Why a room is never lent for it; null where it is.</param>
    /// <exception cref="RuleBroken">The name is missing or too long.</exception>
    public static PurposeKind Set(string? name, RefusalReason? forbidding, DateOnly validFrom, bool isSample = false) => new()
    {
        Name = Words(name, LongestName, $"名前を{LongestName}字までで入力してください。", "Input.Name"),
        RefusalCode = forbidding?.Code ?? "",
        Article = forbidding?.Article ?? "",
        ValidFrom = validFrom,
        IsSample = isSample,
    };
}
