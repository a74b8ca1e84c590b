using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>Opens a closed period, to be closed again with a reason.</summary>
[Authorize(ReportingModule.Close)]
internal sealed class ReopenModel(ReportingDb db, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    private Closing? closing;

    [FromQuery]
    public int FiscalYear { get; set; }

    [FromQuery]
    public int Month { get; set; }

    public ClosingPeriod Period => new(new FiscalYear(FiscalYear), Month);

    public string Closed => DateOnly.FromDateTime(closing!.ClosedAt.InJapan()).Long();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        closing!.Reopen(User.Identity?.Name ?? "", clock.UtcNow());
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{Period.Name}を開け直しました。直し終えたら、締め直してください。");
        return Redirect($"/staff/reports?fiscalYear={FiscalYear}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        closing = Period.IsPossible && scope.IsEverywhere ? await db.Closings.SingleOrDefaultAsync(c => c.FiscalYear == FiscalYear && c.Month == Month && c.IsInForce) : null;
        return closing is null ? NotFound() : null;
    }
}
