using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class ResetRoleModel(AccountsDb db, ChangeLog changes, FreshProof fresh) : PageModel, IFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    public string Label { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        Label = (await FindAsync())?.Label ?? "";
        return Label.Length == 0 ? NotFound() : await fresh.AskAsync();
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await fresh.AskAsync() is { } ask)
        {
            return ask;
        }

        if (await FindAsync() is not { } role)
        {
            return NotFound();
        }

        role.Reset();
        changes.OfRole(Key, User, "初期値に戻す");
        await db.SaveChangesAsync();
        Notice.Say(Response, "初期値に戻しました。");
        return Redirect($"/staff/roles/{Key}");
    }

    private Task<Role?> FindAsync() => db.Roles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Key == Key);
}
