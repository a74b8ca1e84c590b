namespace Kominkan.Booking.Domain;

/// <summary>What a hirer did with a room others would have used.</summary>
internal enum PointKind
{
    /// <summary>無断不使用: nobody came, and nobody had said so.</summary>
    NoShow,

    /// <summary>直前の取消</summary>
    LateCancel,
}

/// <summary>利用の点数: what keeping a room from others for nothing counts, and how long it is held against them.</summary>
internal sealed class PointRule : DatedRule
{
    private PointRule()
    {
    }

    public PointKind Kind { get; private init; }

    /// <summary>A cancellation so many days before the use, or later, is late; 0 is the day itself. Says nothing for who does not come.</summary>
    public int DaysBefore { get; private init; }

    /// <summary>In halves of a point, so that nothing is lost in adding up.</summary>
    public int HalfPoints { get; private init; }

    /// <summary>So long after the decision they count.</summary>
    public int Months { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => $"{Kind}";

    /// <exception cref="RuleBroken">A number is out of range, or the article is missing.</exception>
    public static PointRule Set(PointKind kind, int daysBefore, int halfPoints, int months, string? article, DateOnly validFrom, bool isSample = false) => new()
    {
        Kind = kind,
        DaysBefore = kind == PointKind.NoShow ? 0 : daysBefore is >= 0 and <= 60 ? daysBefore : throw new RuleBroken("日の数は0から60までで入力してください。", "Input.DaysBefore"),
        HalfPoints = Halves(halfPoints),
        Months = months is >= 1 and <= 60 ? months : throw new RuleBroken("月の数は1から60までで入力してください。", "Input.Months"),
        Article = Written(article),
        ValidFrom = validFrom,
        IsSample = isSample,
    };

    /// <summary>Whether giving a room back on the day is late.</summary>
    public bool IsLate(DateOnly use, DateOnly day) => use.DayNumber - day.DayNumber <= DaysBefore;

    public static int Halves(int halfPoints) => halfPoints is >= 1 and <= 20 ? halfPoints : throw new RuleBroken("点数は0.5点から10点までで選んでください。", "Input.HalfPoints");
}

/// <summary>予約の停止: with so many points nothing new is booked for some months.</summary>
internal sealed class PointLimit : DatedRule
{
    private PointLimit()
    {
    }

    public int HalfPoints { get; private init; }

    /// <summary>From the decision that made it so many points.</summary>
    public int Months { get; private init; }

    public string Article { get; private init; } = "";

    public override string Subject => "";

    /// <exception cref="RuleBroken">A number is out of range, or the article is missing.</exception>
    public static PointLimit Set(int halfPoints, int months, string? article, DateOnly validFrom, bool isSample = false) => new()
    {
        HalfPoints = PointRule.Halves(halfPoints),
        Months = months is >= 1 and <= 24 ? months : throw new RuleBroken("月の数は1から24までで入力してください。", "Input.Months"),
        Article = Written(article),
        ValidFrom = validFrom,
        IsSample = isSample,
    };
}

/// <summary>The rules about points, read together.</summary>
internal sealed class PointRules(IReadOnlyList<PointRule> rules, IReadOnlyList<PointLimit> limits)
{
    /// <summary>What holds for a hire that was booked on the day: nobody is held to what they were not told.</summary>
    public PointRule? RuleOn(PointKind kind, DateOnly booked) => rules.FirstOrDefault(r => r.Kind == kind && r.IsValidOn(booked));

    public IReadOnlyList<PointRule> RulesOn(DateOnly day) => [.. rules.Where(r => r.IsValidOn(day)).OrderBy(r => r.Kind)];

    public PointLimit? LimitOn(DateOnly day) => limits.FirstOrDefault(l => l.IsValidOn(day));

    /// <summary>How a party stands, by all that was decided about it.</summary>
    public PointStanding StandingOf(IEnumerable<PointCase> cases, DateOnly today)
    {
        var given = cases.Where(c => c.State == PointState.Given).OrderBy(c => c.DecidedOn).ToList();
        DateOnly? until = null;
        foreach (var day in given.Select(c => c.DecidedOn!.Value).Distinct())
        {
            if (LimitOn(day) is { } limit && given.Sum(c => c.CountsOn(day) ? c.HalfPoints : 0) >= limit.HalfPoints && (until is null || day.AddMonths(limit.Months) > until))
            {
                until = day.AddMonths(limit.Months);
            }
        }

        return new([.. given.Where(c => c.CountsOn(today))], until > today ? until : null);
    }
}

/// <param name="Live">The cases whose points count today.</param>
/// <param name="Until">The first day on which they may book again; null while they may.</param>
internal sealed record PointStanding(IReadOnlyList<PointCase> Live, DateOnly? Until)
{
    public int HalfPoints => Live.Sum(c => c.HalfPoints);
}
