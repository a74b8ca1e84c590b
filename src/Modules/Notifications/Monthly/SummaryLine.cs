using System.Globalization;

namespace Kominkan.Notifications.Monthly;

/// <summary>A figure of the summary: its number, its course in the months before, and what it says beside last year and the plan.</summary>
/// <param name="Past">The months before, oldest first.</param>
internal sealed record SummaryLine(MonthlyFigure Figure, IReadOnlyList<long?> Past)
{
    private const string Bars = "▁▂▃▄▅▆▇█";

    public IReadOnlyList<long?> Course => [.. Past, Figure.Value];

    public string Number => Figure.Value is { } v ? Of(v) : "－";

    /// <summary>主催事業 参加者数　1,234人 ▂▃▅ and sentences that compare, for a mail.</summary>
    public string Text => $"{Figure.Label}　{Number}{Spark()}\n{Sentence}{(AgainstPlan is { } plan ? "\n" + plan : "")}";

    public string Sentence => (Figure.Value, Figure.Previous) switch
    {
        (null, _) => "この月の記録はまだありません。",
        (_, null) => "去年の同じ月の記録はありません。",
        var (now, then) when now == then => "去年の同じ月と同じです。",
        (_, 0) => "去年の同じ月は0でした。",
        var (now, then) => $"去年の同じ月（{Of(then.Value)}）より{Math.Abs(now.Value - then.Value) * 100.0 / then.Value:0}%{(now > then ? "増え" : "減り")}ました。",
    };

    /// <summary>Null where nobody planned.</summary>
    public string? AgainstPlan => (Figure.Planned, Figure.SoFar) switch
    {
        (null, _) or (_, null) => null,
        (0, var sum) => $"計画は0、4月からの合計は{Of(sum.Value)}です。",
        var (planned, sum) => $"1年の計画（{Of(planned.Value)}）の{sum.Value * 100.0 / planned.Value:0}%（{Of(sum.Value)}）です。",
    };

    private string Of(long value) => value.ToString("#,0", CultureInfo.InvariantCulture) + Figure.Unit;

    private string Spark()
    {
        var known = Course.OfType<long>().ToList();
        return known.Count < 3 ? "" : "　" + string.Concat(Course.Select(v => v is { } n ? Bars[(int)(n * (Bars.Length - 1) / Math.Max(1, known.Max()))] : ' '));
    }
}

/// <summary>A month's summary of a place.</summary>
/// <param name="Values">For the placeholders of its text.</param>
/// <param name="Lines">Empty when there is nothing to report.</param>
internal sealed record Summary(IReadOnlyDictionary<string, MessageValue> Values, IReadOnlyList<SummaryLine> Lines);
