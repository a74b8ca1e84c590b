using Kominkan.People.Contracts;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.People.Pages.People.My;

[Authorize(Doors.Resident)]
internal sealed class FamilyEditModel(IFamilyRecords families) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    private Guid AccountId => User.ResidentId()!.Value;

    public async Task<IActionResult?> LoadAsync() => await FindAsync() is null ? NotFound() : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } record)
        {
            return NotFound();
        }

        Input = MemberInput.From(record);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } record || !await families.ChangeAsync(AccountId, Id, Input.Version, Input.Over(record.Details)))
        {
            return NotFound();
        }

        Notice.Say(Response, "保存しました。");
        return Redirect("/my/family");
    }

    private async Task<FamilyRecord?> FindAsync() => (await families.OfAsync(AccountId)).FirstOrDefault(r => r.PersonId == Id);
}
