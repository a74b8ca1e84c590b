using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

/// <summary>Signs every device out, this one too.</summary>
internal abstract class EndAllSessionsPage(AccountsDb db, ChangeLog changes) : PageModel, IFormPage
{
    public abstract string Address { get; }

    public abstract string Door { get; }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await db.Users.SingleAsync(a => a.Id == User.AccountId());
        account.EndSessions();
        changes.OfAccount(account.Id, User, "すべての端末からサインアウト");
        await db.SaveChangesAsync();
        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return Redirect(Door);
    }
}
