namespace Kominkan.Reporting.Domain;

/// <summary>
/// A month or a fiscal year whose figures are final. Its snapshot is what was printed; opened again and closed anew, the
/// next version tells what was different, and why.
/// </summary>
[ShownPublicly("reports")]
internal sealed class Closing
{
    public const int ReasonLength = 200;

    /// <summary>The <see cref="Month"/> of a whole year.</summary>
    public const int WholeYear = 0;

    private Closing()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public int FiscalYear { get; private init; }

    /// <summary>1 to 12, or <see cref="WholeYear"/>.</summary>
    public int Month { get; private init; }

    /// <summary>1 for the first closing of the period.</summary>
    public int Version { get; private init; }

    public DateTime ClosedAt { get; private init; }

    public string ClosedBy { get; private init; } = "";

    /// <summary>Why it was closed again; null for the first time.</summary>
    public string? Reason { get; private init; }

    public DateTime? ReopenedAt { get; private set; }

    public string? ReopenedBy { get; private set; }

    /// <summary>Neither opened again nor followed by a later version.</summary>
    public bool IsInForce { get; private set; } = true;

    public List<FrozenFigure> Figures { get; } = [];

    public List<Restatement> Restatements { get; } = [];

    /// <param name="last">The closing of the same period before this one, if any.</param>
    /// <param name="figures">Every figure that is known, of the city, its wards and its halls.</param>
    /// <exception cref="RuleBroken">The period is not over, is closed already, or a second closing has no reason.</exception>
    public static Closing Of(ClosingPeriod period, Closing? last, string? reason, IEnumerable<FrozenFigure> figures, string by, DateTime now, DateOnly today)
    {
        if (WhyNot(period, last, today) is { } why)
        {
            throw new RuleBroken(why);
        }

        if (last is not null && string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("締め直す理由を入れてください。", "Input.Reason");
        }

        var closing = new Closing { FiscalYear = period.Year.Year, Month = period.Month, Version = (last?.Version ?? 0) + 1, ClosedAt = now, ClosedBy = by, Reason = last is null ? null : reason };
        closing.Figures.AddRange(figures);
        if (last is not null)
        {
            closing.Restatements.AddRange(closing.DifferencesTo(last));
        }

        return closing;
    }

    /// <summary>Why the period cannot be closed now, as a sentence, or null.</summary>
    public static string? WhyNot(ClosingPeriod period, Closing? last, DateOnly today) =>
        period.Days.To >= today ? $"{period.Name}はまだ終わっていません。終わってから締めてください。"
        : last is { IsInForce: true } ? $"{period.Name}はもう締めてあります。"
        : null;

    public void Reopen(string by, DateTime now)
    {
        if (!IsInForce)
        {
            throw new RuleBroken("この期間は締めてありません。");
        }

        (IsInForce, ReopenedAt, ReopenedBy) = (false, now, by);
    }

    private IEnumerable<Restatement> DifferencesTo(Closing last)
    {
        var before = last.Figures.ToDictionary(f => (f.Key, f.Place), f => f.Value);
        var after = Figures.ToDictionary(f => (f.Key, f.Place), f => f.Value);
        return before.Keys.Union(after.Keys)
            .Select(k => new Restatement(k.Key, k.Place, before.TryGetValue(k, out var b) ? b : null, after.TryGetValue(k, out var a) ? a : null))
            .Where(r => r.Before != r.After);
    }
}

/// <summary>A month of a fiscal year, or all of it.</summary>
internal readonly record struct ClosingPeriod(FiscalYear Year, int Month)
{
    public DateOnly FirstDay => Month == Closing.WholeYear ? Year.FirstDay : new DateOnly(Month >= 4 ? Year.Year : Year.Year + 1, Month, 1);

    public Period Days => Month == Closing.WholeYear ? Year.Period : Period.Month(FirstDay.Year, Month);

    public bool IsPossible => Year.Year is >= FigureDefinition.FirstYear and <= 2200 && Month is >= 0 and <= 12;

    public ClosingPeriod Previous => this with { Year = Year.Previous };

    /// <summary>平成26年度, 平成26年10月</summary>
    public string Name => Month == Closing.WholeYear ? Year.ToString() : $"{JapaneseEra.YearOf(FirstDay)}{Month}月";

    public static ClosingPeriod OfMonth(DateOnly day) => new(FiscalYear.Of(day), day.Month);
}

/// <summary>A figure as it was when its period was closed; a figure nobody knew has none.</summary>
/// <param name="Place">Empty for the city, else 区 or 館 and its name or number: 区東区, 館17-1.</param>
internal sealed record FrozenFigure(string Key, string Place, long Value)
{
    public Guid ClosingId { get; private init; }
}

/// <summary>A figure that a later closing changed.</summary>
internal sealed record Restatement(string Key, string Place, long? Before, long? After)
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid ClosingId { get; private init; }
}
