using Kominkan.Reporting.Domain;

namespace Kominkan.Reporting;

/// <summary>A month's figures for the summary staff are mailed: the month is added up once, whatever number of places asks.</summary>
internal sealed class MonthlyFigures(AnnualReports reports) : IMonthlyFigures
{
    private const int Shown = 5;

    private readonly Dictionary<ClosingPeriod, PeriodFigures> known = [];

    public async Task<IReadOnlyList<MonthlyFigure>> OfMonthAsync(DateOnly month, string? hallNo, string? ward, CancellationToken cancellation = default)
    {
        var (period, place) = (ClosingPeriod.OfMonth(month), new Place(hallNo, ward));
        var report = ReportBuilder.Build(period, place, await reports.PlaceNameAsync(place, cancellation), await FiguresAsync(period, cancellation), await FiguresAsync(period.Previous, cancellation));
        return [.. report.Lines.Where(l => (l.Value ?? l.Previous) is not null && l.Unit is not ("%" or "館")).Take(Shown).Select(l => new MonthlyFigure(l.Key, l.Label, l.Unit, l.Value, l.Previous))];
    }

    private async Task<PeriodFigures> FiguresAsync(ClosingPeriod period, CancellationToken cancellation) =>
        known.TryGetValue(period, out var figures) ? figures : known[period] = await reports.FiguresAsync(period, cancellation);
}
