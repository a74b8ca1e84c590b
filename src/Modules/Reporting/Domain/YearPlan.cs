namespace Kominkan.Reporting.Domain;

/// <summary>年間計画: how much of a figure a hall means to reach in a fiscal year.</summary>
internal sealed class YearPlan
{
    public const long Most = 100_000_000;

    private YearPlan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public int FiscalYear { get; private init; }

    public Guid HallId { get; private init; }

    /// <summary>Of the figure's definition: <c>hosted.participants</c>.</summary>
    public string Key { get; private init; } = "";

    public long Value { get; private set; }

    /// <summary>When it was handed in, or mended last.</summary>
    public DateTime At { get; private set; }

    public string By { get; private set; } = "";

    /// <exception cref="RuleBroken">The number is negative or beyond belief.</exception>
    public static YearPlan Of(int fiscalYear, Guid hallId, string key, long value, string by, DateTime nowUtc, string field)
    {
        var plan = new YearPlan { FiscalYear = fiscalYear, HallId = hallId, Key = key };
        plan.Change(value, by, nowUtc, field);
        return plan;
    }

    /// <exception cref="RuleBroken">The number is negative or beyond belief.</exception>
    public void Change(long value, string by, DateTime nowUtc, string field)
    {
        if (value is < 0 or > Most)
        {
            throw new RuleBroken("計画の数は、0から1億までで入力してください。", field);
        }

        (Value, By, At) = (value, by, nowUtc);
    }
}
