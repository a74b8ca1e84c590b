namespace Kominkan.Booking.Domain;

/// <summary>端数: the whole fee is rounded down to it.</summary>
internal sealed class Rounding : DatedRule
{
    private Rounding()
    {
    }

    public int RoundTo { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => "";

    /// <exception cref="RuleBroken">The step is none, or the article is missing.</exception>
    public static Rounding Set(int roundTo, string? article, DateOnly validFrom, bool isSample = false) =>
        new() { RoundTo = Step(roundTo), Article = Written(article), ValidFrom = validFrom, IsSample = isSample };

    /// <summary>The line that rounds so many yen; null where there is nothing to round.</summary>
    public FeeLine? Of(int yen) => yen % RoundTo is > 0 and var odd ? new FeeLine($"{RoundTo}円未満の端数の切り捨て", -odd, Article) { Item = FeeItem.Rounding } : null;
}
