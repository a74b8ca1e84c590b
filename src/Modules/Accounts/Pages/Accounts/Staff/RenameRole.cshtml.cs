using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class RenameRoleModel(AccountsDb db, ChangeLog changes) : PageModel, IFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public RoleLabelInputModel Input { get; set; } = new();

    public string Label { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        Label = (await FindAsync())?.Label ?? "";
        return Label.Length == 0 ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        var elsewhere = await LoadAsync();
        Input.Label = Label;
        return elsewhere ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } role)
        {
            return NotFound();
        }

        var before = role.Label;
        role.Rename(Input.Label);
        await RoleLabelInputModel.CheckFreeAsync(db, role);
        changes.OfRole(Key, User, $"名前を「{before}」から「{role.Label}」に変更");
        await db.SaveChangesAsync();
        Notice.Say(Response, "名前を変えました。");
        return Redirect($"/staff/roles/{Key}");
    }

    private Task<Role?> FindAsync() => db.Roles.SingleOrDefaultAsync(r => r.Key == Key);
}
