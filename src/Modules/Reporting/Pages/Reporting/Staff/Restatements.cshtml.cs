using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>What closing again has changed, newest first: both values and the reason. Figures of halls only within the scope.</summary>
[Authorize(ReportingModule.View)]
internal sealed class RestatementsModel(ReportingDb db, AnnualReports reports, IHallDirectory directory) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(string Period, string Label, string Place, string Before, string After, string? Reason, string By);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int PageNo { get; private set; }

    public int Pages { get; private set; }

    public async Task OnGetAsync(int? p, CancellationToken cancellation)
    {
        // A closed report is public; so is what became of it.
        var count = await db.Restatements.CountAsync(cancellation);
        Pages = (count + PageSize - 1) / PageSize;
        PageNo = Math.Clamp(p ?? 1, 1, Math.Max(1, Pages));
        var found = await db.Restatements.AsNoTracking().Join(db.Closings, r => r.ClosingId, c => c.Id, (r, c) => new { r.Key, r.Place, r.Before, r.After, c.FiscalYear, c.Month, c.Reason, c.ClosedAt, c.ClosedBy })
            .OrderByDescending(r => r.ClosedAt).ThenBy(r => r.Place).ThenBy(r => r.Key).Skip((PageNo - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var halls = await directory.GetAsync(cancellation);
        var rows = new List<Row>();
        foreach (var r in found)
        {
            var period = new ClosingPeriod(new FiscalYear(r.FiscalYear), r.Month);
            var definition = (await reports.BookAsync(period.Year, cancellation)).Find(r.Key);
            var place = PeriodFigures.PlaceOf(r.Place);
            rows.Add(new Row(
                period.Name, definition?.Label ?? r.Key, place.Hall is { } no ? halls.FindByNo(no)?.ShortName ?? no : place.Ward ?? "全館",
                Sentences.Number(r.Before, definition?.Unit ?? ""), Sentences.Number(r.After, definition?.Unit ?? ""), r.Reason,
                $"{DateOnly.FromDateTime(r.ClosedAt.InJapan()).Short()} {r.ClosedBy}"));
        }

        Rows = rows;
    }
}
