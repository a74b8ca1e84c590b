using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>A new version of a purpose: whoever agreed to the old one is asked again.</summary>
[Authorize(PeopleModule.Purposes)]
internal sealed class PurposeReviseModel(PeopleDb db, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PurposeInput Input { get; set; } = new();

    public ConsentPurpose Purpose { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var result = await LoadAsync();
        Input = result is null ? new() { Label = Purpose.Label, Effect = Purpose.Effect, From = clock.Today().AddDays(1) } : Input;
        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        db.Purposes.Add(Purpose.Revise(Input.Label, Input.Effect, Input.From!.Value));
        await db.SaveChangesAsync();
        Notice.Say(Response, "新しい版にしました。");
        return Redirect("/staff/people/purposes");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Purposes.SingleOrDefaultAsync(p => p.Id == Id) is not { } purpose)
        {
            return NotFound();
        }

        Purpose = purpose;
        return null;
    }
}
