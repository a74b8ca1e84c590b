using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class EnableModel(AccountsDb db, IAudit audit, ChangeLog changes) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        var account = await db.Users.FindAsync(Id);
        await audit.SawAsync("再開する", Id);
        (Name, DisplayName) = (account?.UserName ?? "", account?.DisplayName ?? "");
        return account is not { Kind: AccountKind.Staff } ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Users.FindAsync(Id) is not { Kind: AccountKind.Staff } account)
        {
            return NotFound();
        }

        account.Enable();
        changes.OfAccount(Id, User, "再開");
        await db.SaveChangesAsync();
        Notice.Say(Response, "再開しました。");
        return Redirect($"/staff/accounts/{Id}");
    }
}
