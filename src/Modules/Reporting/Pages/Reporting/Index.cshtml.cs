using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Reporting.Pages.Reporting;

/// <summary>The years that have records, newest first.</summary>
[AllowAnonymous]
[PublicPage("courses", "reports")]
internal sealed class IndexModel(AnnualReports reports, TimeProvider clock) : PageModel
{
    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Years = await reports.YearsAsync(clock.Today(), cancellation);
}
