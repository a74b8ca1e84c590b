using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>A month beside the same month of the year before.</summary>
[Authorize(ReportingModule.View)]
internal sealed class MonthlyModel(IAnnualReports reports, IHallDirectory directory, HallScope scope) : PageModel
{
    [FromRoute]
    public string Month { get; set; } = "";

    public Report Report { get; private set; } = null!;

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public bool SeesAll => scope.IsEverywhere;

    public IEnumerable<ReportLine> Lines => Report.Lines.Where(l => l.Value is not null || l.Previous is not null);

    public async Task<IActionResult> OnGetAsync(string? hall, CancellationToken cancellation)
    {
        var directoryOfToday = await directory.GetAsync(cancellation);
        if (!DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1947 or > 2200
            || (!string.IsNullOrEmpty(hall) && (directoryOfToday.FindByNo(hall) is not { } chosen || !scope.Contains(chosen.Id))))
        {
            return NotFound();
        }

        Halls = [.. directoryOfToday.All.Where(h => scope.Contains(h.Id))];
        Report = await reports.MonthlyAsync(day, new Place(string.IsNullOrEmpty(hall) ? null : hall), cancellation);
        return Page();
    }

    public string File(string format) => $"/staff/reports/monthly/{Month}.{format}{(Report.Place.Hall is { } hall ? "?hall=" + hall : "")}";

    public string Rows(ReportLine line)
    {
        var day = DateOnly.ParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"/staff/reports/rows?key={Uri.EscapeDataString(line.Key)}&fiscalYear={FiscalYear.Of(day).Year}&month={day.Month}{(Report.Place.Hall is { } hall ? "&hall=" + hall : "")}";
    }
}
