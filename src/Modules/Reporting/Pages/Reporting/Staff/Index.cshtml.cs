using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>A fiscal year and its months: what is closed, and what may be.</summary>
[Authorize(ReportingModule.View)]
internal sealed class IndexModel(AnnualReports reports, ReportingDb db, HallScope scope, IGrants grants, TimeProvider clock) : PageModel
{
    private const string Key = "hosted.participants";

    /// <summary>What the records say today is not what was printed: to be opened, looked at and closed again.</summary>
    private static readonly Status Changed = new("締めた後に記録が変わりました", Tone.Warn);

    public sealed record Row(string Name, string Url, string Participants, Status Status, string Closed, (string Label, string Url)? Act);

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    public FiscalYear Year { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool SeesAll => scope.IsEverywhere;

    /// <summary>Whose is what figures mean, too.</summary>
    public bool MayClose { get; private set; }

    public bool MayPlan { get; private set; }

    public async Task OnGetAsync(int? fiscalYear, CancellationToken cancellation)
    {
        var today = clock.Today();
        var close = await grants.HallsWhereAsync(User, ReportingModule.Close);
        MayClose = !close.IsEmpty;
        MayPlan = !(await grants.HallsWhereAsync(User, ReportingModule.Plan)).IsEmpty;
        Years = await reports.YearsAsync(today, cancellation);
        if (Years.Count == 0)
        {
            return;
        }

        Year = Years.FirstOrDefault(y => y.Year == fiscalYear, Years[0]);
        var closings = await db.Closings.AsNoTracking().Where(c => c.FiscalYear == Year.Year && c.IsInForce).ToDictionaryAsync(c => c.Month, cancellation);
        var frozen = (await db.Closings.AsNoTracking().Where(c => c.FiscalYear == Year.Year && c.IsInForce)
            .SelectMany(c => c.Figures.Where(f => f.Place == ""), (c, f) => new { c.Month, f.Key, f.Value }).ToListAsync(cancellation)).ToDictionary(f => (f.Month, f.Key), f => f.Value);
        var tally = await reports.TallyAsync(new ClosingPeriod(Year, Closing.WholeYear), cancellation);
        var sums = tally.Book.All.Where(d => d.Kind == FigureKind.Sum).ToList();
        Rows = [.. Enumerable.Range(0, 13).Select(n => n == 0 ? Closing.WholeYear : ((n + 2) % 12) + 1).Select(month =>
        {
            var period = new ClosingPeriod(Year, month);
            var closing = closings.GetValueOrDefault(month);
            long? recorded = tally.Value(Key, Place.City, month == Closing.WholeYear ? null : month);
            // Whose halls are not the city's sees what they recorded: closed is the city's figure.
            var value = closing is not null && scope.IsEverywhere && frozen.TryGetValue((month, Key), out var kept) ? kept : recorded;
            return new Row(
                period.Name,
                month == Closing.WholeYear ? $"/reports/annual/{Year.Year}" : $"/staff/reports/monthly/{period.FirstDay:yyyy-MM}",
                value is { } v ? Sentences.Number(v, "人") : "－",
                closing is not null && scope.IsEverywhere && sums.Any(d => (tally.Value(d.Key, Place.City, month == Closing.WholeYear ? null : month) ?? 0) != frozen.GetValueOrDefault((month, d.Key))) ? Changed
                    : closing is not null ? new("締め済み", Tone.Ok) : period.Days.To >= today ? new("期間中", Tone.Off) : new("未締め", Tone.Warn),
                closing is null ? "－" : $"{DateOnly.FromDateTime(closing.ClosedAt.InJapan()).Short()} {closing.ClosedBy}",
                !close.IsEverywhere || (closing is null && period.Days.To >= today) ? null
                    : (closing is null ? "締める" : "開け直す", $"/staff/reports/{(closing is null ? "close" : "reopen")}?fiscalYear={Year.Year}&month={month}"));
        })];
    }
}
