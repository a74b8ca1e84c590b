using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.People.Pages.People.My;

[Authorize(Doors.Resident)]
internal sealed class FamilyRemoveModel(IFamilyRecords families) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        var member = (await families.OfAsync(User.ResidentId()!.Value)).FirstOrDefault(r => r.PersonId == Id);
        Name = member?.Details.Name ?? "";
        return member is null ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await families.RemoveAsync(User.ResidentId()!.Value, Id))
        {
            return NotFound();
        }

        Notice.Say(Response, "家族から外しました。");
        return Redirect("/my/family");
    }
}
