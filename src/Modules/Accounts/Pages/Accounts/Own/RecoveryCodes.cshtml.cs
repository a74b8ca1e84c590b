using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

/// <summary>The POST answers with itself: the codes are shown once and kept nowhere.</summary>
[Authorize(Doors.Staff)]
internal sealed class RecoveryCodesModel(AccountsDb db, ChangeLog changes, FreshProof fresh) : PageModel, IFormPage
{
    public IReadOnlyList<string>? Codes { get; private set; }

    public Task<IActionResult?> LoadAsync() => fresh.AskAsync();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var account = await db.Users.Include(a => a.RecoveryCodes).SingleAsync(a => a.Id == User.AccountId());
        if (!account.HasTotp)
        {
            return Redirect("/staff/security");
        }

        Codes = account.NewRecoveryCodes();
        changes.OfAccount(account.Id, User, "回復コードを作り直す");
        await db.SaveChangesAsync();
        return Page();
    }
}
