using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>Ends this device's session: its row first, so that a copy of the cookie is worth nothing.</summary>
internal abstract class SignOutPage(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock) : PageModel
{
    /// <summary>Where one stands afterwards.</summary>
    protected abstract string Door { get; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == User.SessionId()) is { } session)
        {
            session.End(clock.UtcNow());
            database.AfterCommit(() => cache.ForgetAsync(session.AccountId));
            await db.SaveChangesAsync();
        }

        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return Redirect(Door);
    }
}
