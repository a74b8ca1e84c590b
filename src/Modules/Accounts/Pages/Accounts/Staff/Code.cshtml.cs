using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

/// <summary>The POST answers with itself: the code must not be kept anywhere on its way to the screen.</summary>
[Authorize(AccountsModule.Manage)]
internal sealed class CodeModel(AccountsDb db, IAudit audit, ChangeLog changes, FreshProof fresh, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public string DisplayName { get; private set; } = "";

    public string? Code { get; private set; }

    public async Task<IActionResult?> LoadAsync()
    {
        var account = await db.Users.FindAsync(Id);
        await audit.SawAsync("設定コードを発行", Id);
        (Name, DisplayName) = (account?.UserName ?? "", account?.DisplayName ?? "");
        return account is not { Kind: AccountKind.Staff } ? NotFound() : await fresh.AskAsync();
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var account = (await db.Users.FindAsync(Id))!;
        var code = account.IssueCode(clock.UtcNow(), User.AccountId());
        changes.OfAccount(Id, User, "設定コードを発行");
        await db.SaveChangesAsync();
        Code = code;
        return await LoadAsync() ?? Page();
    }
}
