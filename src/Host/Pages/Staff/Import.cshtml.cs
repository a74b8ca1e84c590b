using System.ComponentModel.DataAnnotations;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages.Staff;

/// <summary>Tries a file: every row is judged, none is taken.</summary>
[Authorize(Menu.Import)]
[OutsideTransaction]
internal sealed class ImportModel(Importer importer, Uploads uploads, HallScope scope) : PageModel, IFormPage
{
    [FromRoute]
    public string Dataset { get; set; } = "";

    [BindProperty]
    [Display(Name = "ファイル")]
    [Required(ErrorMessage = "ファイルを選んでください")]
    public IFormFile? Table { get; set; }

    public IImportDataset Source { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var file = Table!;
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        try
        {
            return Redirect($"/staff/imports/{Dataset}/{await uploads.TryAsync(Source, file, CancellationToken.None):N}");
        }
        catch (RuleBroken broken)
        {
            throw new RuleBroken(broken.Message, nameof(Table));
        }
    }

    public Task<IActionResult?> LoadAsync()
    {
        Table = null; // no browser shows a chosen file again
        if (!scope.IsEverywhere || importer.Find(Dataset) is not { } source)
        {
            return Task.FromResult<IActionResult?>(NotFound());
        }

        Source = source;
        return Task.FromResult<IActionResult?>(null);
    }
}
