namespace Kominkan.Booking.Domain;

/// <summary>What a line of a fee is for, so that a reduction finds those it is about.</summary>
internal enum FeeItem
{
    /// <summary>部屋</summary>
    Room,

    /// <summary>加算</summary>
    Surcharge,

    /// <summary>備品</summary>
    Equipment,

    /// <summary>減免, and what takes one back.</summary>
    Reduction,

    /// <summary>端数</summary>
    Rounding,
}

/// <summary>
/// 減免: what a class of groups need not pay, in a hall or all, for a purpose or any, of the room, of what is added or of
/// equipment. Somebody at the desk sees the evidence and grants it for one hire.
/// </summary>
internal sealed class Reduction : DatedRule
{
    private Reduction()
    {
    }

    /// <summary>社会教育関係団体</summary>
    public string Group { get; private init; } = "";

    /// <summary>Null: in every hall.</summary>
    public Guid? HallId { get; private init; }

    /// <summary>社会教育の活動; empty for any purpose.</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>What it is taken off: <see cref="FeeItem.Room"/>, <see cref="FeeItem.Surcharge"/> or <see cref="FeeItem.Equipment"/>; null for all of them.</summary>
    public FeeItem? Item { get; private init; }

    public int Percent { get; private init; }

    /// <summary>What is left to pay is rounded down to it.</summary>
    public int RoundTo { get; private init; }

    /// <summary>What must be seen: 団体登録証.</summary>
    public string Evidence { get; private init; } = "";

    public string Article { get; private init; } = "";

    public override string Subject => $"{HallId}/{Group}/{Purpose}/{Item}";

    /// <exception cref="RuleBroken">The share is out of range, or a text is missing.</exception>
    public static Reduction Set(string? group, Guid? hall, string? purpose, FeeItem? item, int percent, int roundTo, string? evidence, string? article, DateOnly validFrom, bool isSample = false)
    {
        if (percent is < 1 or > 100)
        {
            throw new RuleBroken("割合は1から100までで入力してください。", "Input.Percent");
        }

        if (item is FeeItem.Reduction or FeeItem.Rounding)
        {
            throw new RuleBroken("減らすものを選び直してください。", "Input.Item");
        }

        var purposeWords = JapaneseText.Clean(purpose);
        return new Reduction
        {
            Group = Words(group, 40, "対象の団体を40字までで入力してください。", "Input.Group"),
            HallId = hall,
            Purpose = JapaneseText.Length(purposeWords) <= 40 ? purposeWords : throw new RuleBroken("目的を40字までで入力してください。", "Input.Purpose"),
            Item = item,
            Percent = percent,
            RoundTo = Step(roundTo),
            Evidence = Words(evidence, 60, "確かめるものを60字までで入力してください。", "Input.Evidence"),
            Article = Written(article),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    public bool IsFor(Guid hall, DateOnly date) => IsValidOn(date) && (HallId is null || HallId == hall);

    /// <summary>What it takes off so many yen: zero or below, and never more than they are.</summary>
    public int Of(int yen) => yen <= 0 ? 0 : -(yen - (int)((long)yen * (100 - Percent) / 100 / RoundTo * RoundTo));

    /// <summary>社会教育関係団体の減免（部屋、50％）</summary>
    public string Words() => $"{Group}の減免（{Wording.Of(Item)}、{Percent}％）";
}
