using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages.Staff;

/// <summary>What the modules let in, each on a page of its own.</summary>
[Authorize(Menu.Import)]
internal sealed class ImportsModel(Importer importer, HallScope scope) : PageModel
{
    public IReadOnlyList<IImportDataset> Datasets => importer.Datasets;

    // A file speaks of any hall: who looks after a part of the city cannot take it.
    public IActionResult OnGet() => scope.IsEverywhere ? Page() : NotFound();
}
