using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>Which halls have handed in their plan of a fiscal year.</summary>
[Authorize(ReportingModule.Plan)]
internal sealed class PlansModel(ReportingDb db, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel
{
    private const string Key = "hosted.participants";

    public sealed record Row(HallRef Hall, bool IsHandedIn, Status Status, string Handed, long? Participants);

    public FiscalYear Year { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(int? fiscalYear, CancellationToken cancellation)
    {
        var today = FiscalYear.Of(clock.Today());
        Year = fiscalYear is >= FigureDefinition.FirstYear and <= 2200 ? new FiscalYear(fiscalYear.Value) : today;
        var plans = (await db.Plans.AsNoTracking().Where(p => p.FiscalYear == Year.Year).ToListAsync(cancellation)).ToLookup(p => p.HallId);
        Rows = [.. (await directory.GetAsync(cancellation)).All.Where(h => scope.Contains(h.Id)).Select(h =>
        {
            var last = plans[h.Id].MaxBy(p => p.At);
            return new Row(h, last is not null,
                last is not null ? new("提出済み", Tone.Ok) : Year.Year > today.Year ? new("これから", Tone.Off) : new("未提出", Tone.Warn),
                last is null ? "－" : $"{DateOnly.FromDateTime(last.At.InJapan()).Short()} {last.By}", plans[h.Id].FirstOrDefault(p => p.Key == Key)?.Value);
        })];
    }
}
