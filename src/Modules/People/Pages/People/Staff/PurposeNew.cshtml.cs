using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Adds something people are asked to agree to.</summary>
[Authorize(PeopleModule.Purposes)]
internal sealed class PurposeNewModel(PeopleDb db, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public PurposeInput Input { get; set; } = new();

    public void OnGet() => Input.From = clock.Today();

    public async Task<IActionResult> OnPostAsync()
    {
        db.Purposes.Add(ConsentPurpose.Begin(Guid.CreateVersion7().ToString("N"), Input.Label, Input.Effect, Input.From!.Value));
        await db.SaveChangesAsync();
        Notice.Say(Response, "目的を加えました。");
        return Redirect("/staff/people/purposes");
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);
}
