using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting;

/// <summary>A month's figures for the summary staff are mailed: the month is added up once, whatever number of places asks.</summary>
internal sealed class MonthlyFigures(AnnualReports reports, ReportingDb db, IHallDirectory directory) : IMonthlyFigures
{
    private const int Shown = 5;

    private readonly Dictionary<ClosingPeriod, PeriodFigures> known = [];
    private readonly Dictionary<int, List<YearPlan>> plans = [];

    public async Task<IReadOnlyList<MonthlyFigure>> OfMonthAsync(DateOnly month, string? hallNo, string? ward, CancellationToken cancellation = default)
    {
        var (period, place) = (ClosingPeriod.OfMonth(month), new Place(hallNo, ward));
        var report = ReportBuilder.Build(period, place, await reports.PlaceNameAsync(place, cancellation), await FiguresAsync(period, cancellation), await FiguresAsync(period.Previous, cancellation));
        var lines = report.Lines.Where(l => (l.Value ?? l.Previous) is not null && l.Unit is not ("%" or "館")).Take(Shown).ToList();
        var figures = new List<MonthlyFigure>();
        foreach (var line in lines)
        {
            var (planned, soFar) = await AgainstPlanAsync(period, place, line.Key, cancellation);
            figures.Add(new MonthlyFigure(line.Key, line.Label, line.Unit, line.Value, line.Previous) { Planned = planned, SoFar = soFar });
        }

        return figures;
    }

    /// <summary>What the halls of the place planned for the year, and what there is of it up to the month; nulls where nobody planned.</summary>
    private async Task<(long? Planned, long? SoFar)> AgainstPlanAsync(ClosingPeriod period, Place place, string key, CancellationToken cancellation)
    {
        var year = period.Year.Year;
        if (!plans.TryGetValue(year, out var all))
        {
            plans[year] = all = await db.Plans.AsNoTracking().Where(p => p.FiscalYear == year).ToListAsync(cancellation);
        }

        var halls = await directory.GetAsync(cancellation);
        var here = all.Where(p => p.Key == key && halls.Find(p.HallId) is { } hall && (place.Hall is null || hall.No == place.Hall) && (place.Ward is null || hall.Ward == place.Ward)).ToList();
        if (here.Count == 0)
        {
            return (null, null);
        }

        var figures = await FiguresAsync(new ClosingPeriod(period.Year, Closing.WholeYear), cancellation);
        var months = Enumerable.Range(0, 12).Select(m => period.Year.FirstDay.AddMonths(m)).Where(m => m <= period.FirstDay).Select(m => m.Month);
        return (here.Sum(p => p.Value), months.Sum(m => figures.Tally.Value(key, place, m) ?? 0));
    }

    private async Task<PeriodFigures> FiguresAsync(ClosingPeriod period, CancellationToken cancellation) =>
        known.TryGetValue(period, out var figures) ? figures : known[period] = await reports.FiguresAsync(period, cancellation);
}
