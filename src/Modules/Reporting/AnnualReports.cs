using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting;

/// <summary>Computes reports: asks every module for its figures of the period, once, and adds them up.</summary>
internal sealed class AnnualReports(ReportingDb db, IEnumerable<IFigures> modules, IHallDirectory directory) : IAnnualReports
{
    /// <summary>Nobody types in records of a year before this one: Japan's first law on community halls is of 1949, computers in halls are later.</summary>
    private const int OldestYear = 1990;

    private List<FigureDefinition>? definitions;

    public async Task<Report> AnnualAsync(FiscalYear year, Place place, CancellationToken cancellation = default) =>
        await ReportAsync(new ClosingPeriod(year, Closing.WholeYear), place, cancellation);

    public async Task<Report> MonthlyAsync(DateOnly month, Place place, CancellationToken cancellation = default) =>
        await ReportAsync(ClosingPeriod.OfMonth(month), place, cancellation);

    public Task WriteAsync(Report report, ReportFormat format, Stream stream, CancellationToken cancellation = default) =>
        ReportFile.WriteAsync(report, format, stream, cancellation);

    /// <summary>The figures of a period, from its snapshot if it is closed.</summary>
    public async Task<PeriodFigures> FiguresAsync(ClosingPeriod period, CancellationToken cancellation)
    {
        var closing = await InForceAsync(period, cancellation);
        return new PeriodFigures(await TallyAsync(period, cancellation), closing);
    }

    /// <summary>What the records give, whether the period is closed or not.</summary>
    public async Task<Tally> TallyAsync(ClosingPeriod period, CancellationToken cancellation)
    {
        var tally = new Tally(await BookAsync(period.Year, cancellation), await directory.GetAsync(cancellation));
        foreach (var module in modules)
        {
            await foreach (var figure in module.InPeriodAsync(period.Days, cancellation))
            {
                tally.Add(figure);
            }
        }

        return tally;
    }

    public async Task<FigureBook> BookAsync(FiscalYear year, CancellationToken cancellation)
    {
        definitions ??= await db.Definitions.AsNoTracking().ToListAsync(cancellation);
        return new FigureBook(year, definitions, modules.SelectMany(m => m.OwnFigures));
    }

    /// <summary>The fiscal years that have records, newest first.</summary>
    public async Task<IReadOnlyList<FiscalYear>> YearsAsync(DateOnly today, CancellationToken cancellation)
    {
        var years = new List<FiscalYear>();
        for (var year = FiscalYear.Of(today); year.Year >= OldestYear; year = year.Previous)
        {
            if (await HasRecordsAsync(year.Period, cancellation))
            {
                years.Add(year);
            }
        }

        return years;
    }

    private async Task<bool> HasRecordsAsync(Period days, CancellationToken cancellation)
    {
        foreach (var module in modules)
        {
            await foreach (var _ in module.InPeriodAsync(days, cancellation))
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="RuleBroken">There is no such hall or ward.</exception>
    public async Task<string> PlaceNameAsync(Place place, CancellationToken cancellation)
    {
        var halls = await directory.GetAsync(cancellation);
        if (place.Ward is { } ward && !halls.Wards.Contains(ward))
        {
            throw new RuleBroken(halls.Wards.Count == 0 ? "区がまだ登録されていません。" : $"「{ward}」という区はありません。{string.Join('、', halls.Wards)}のどれかを指定してください。");
        }

        var hall = place.Hall is { } no ? halls.FindByNo(no) ?? throw new RuleBroken($"館番号「{no}」の館はありません。") : null;
        return hall?.ShortName ?? place.Ward ?? "全館";
    }

    /// <summary>What a figure was in the months of both years that are closed.</summary>
    public async Task<IReadOnlyDictionary<ClosingPeriod, long>> ClosedMonthsAsync(FiscalYear year, string key, Place place, CancellationToken cancellation)
    {
        var (where, last) = (PeriodFigures.PlaceKey(place), year.Previous.Year);
        return (await db.Closings.AsNoTracking().Where(c => (c.FiscalYear == year.Year || c.FiscalYear == last) && c.Month != Closing.WholeYear && c.IsInForce)
            .SelectMany(c => c.Figures.Where(f => f.Key == key && f.Place == where), (c, f) => new { c.FiscalYear, c.Month, f.Value }).ToListAsync(cancellation))
            .ToDictionary(f => new ClosingPeriod(new FiscalYear(f.FiscalYear), f.Month), f => f.Value);
    }

    private async Task<Report> ReportAsync(ClosingPeriod period, Place place, CancellationToken cancellation)
    {
        var name = await PlaceNameAsync(place, cancellation);
        return ReportBuilder.Build(period, place, name, await FiguresAsync(period, cancellation), await FiguresAsync(period.Previous, cancellation));
    }

    private Task<Closing?> InForceAsync(ClosingPeriod period, CancellationToken cancellation) =>
        db.Closings.AsNoTracking().Include(c => c.Figures).SingleOrDefaultAsync(c => c.FiscalYear == period.Year.Year && c.Month == period.Month && c.IsInForce, cancellation);
}
