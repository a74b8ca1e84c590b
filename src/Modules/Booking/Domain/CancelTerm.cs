namespace Kominkan.Booking.Domain;

/// <summary>What is owed by who gives a room back so many days before its use, or later.</summary>
internal sealed class CancelTerm : DatedRule
{
    private CancelTerm()
    {
    }

    /// <summary>From so many days before the day of use on, to those of the next term; 0 is the day itself.</summary>
    public int DaysBefore { get; private init; }

    public int OwedPercent { get; private init; }

    /// <summary>Amounts are rounded down to it: 10 yen.</summary>
    public int RoundTo { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => $"{DaysBefore}";

    /// <exception cref="RuleBroken">A number is out of range, or the article is missing.</exception>
    public static CancelTerm Set(int daysBefore, int owedPercent, int roundTo, string? article, DateOnly validFrom, bool isSample = false)
    {
        if (daysBefore is < 0 or > 365)
        {
            throw new RuleBroken("日の数は0から365までで入力してください。", "Input.DaysBefore");
        }

        if (owedPercent is < 0 or > 100)
        {
            throw new RuleBroken("割合は0から100までで入力してください。", "Input.Percent");
        }

        return new CancelTerm
        {
            DaysBefore = daysBefore,
            OwedPercent = owedPercent,
            RoundTo = Step(roundTo),
            Article = Written(article),
            ValidFrom = validFrom,
            IsSample = isSample,
        };
    }

    /// <summary>What is owed of the fee; never more than it.</summary>
    public int Owed(int yen) => (int)((long)yen * OwedPercent / 100 / RoundTo * RoundTo);
}
