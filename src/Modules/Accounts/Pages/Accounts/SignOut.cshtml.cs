using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
internal sealed class SignOutModel(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock, ILogger<SignOutModel> log) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == User.SessionId()) is { } session)
        {
            session.End(clock.UtcNow());
            database.AfterCommit(() => cache.ForgetAsync(session.AccountId));
            await db.SaveChangesAsync();
        }

        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        log.LogInformation("Signed out: {Account}", User.AccountId());
        return Redirect("/staff/sign-in");
    }
}
