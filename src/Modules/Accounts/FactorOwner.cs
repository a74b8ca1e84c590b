using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>
/// Who may set up a second factor in this browser: staff who are signed in and have just proved it, or somebody whose
/// password was right and who has no factor yet. Whoever has one must show it first.
/// </summary>
internal sealed class FactorOwner(AccountsDb db, HalfSignedIn half, FreshProof fresh, IHttpContextAccessor http)
{
    /// <summary>Where to send whoever may not.</summary>
    public IActionResult Elsewhere { get; private set; } = new RedirectResult("/staff/sign-in");

    public async Task<Account?> FindAsync()
    {
        if (http.HttpContext!.User is { Identity.IsAuthenticated: true } user)
        {
            if (await fresh.AskAsync() is { } ask)
            {
                Elsewhere = ask;
                return null;
            }

            return await db.Users.Include(a => a.RecoveryCodes).SingleOrDefaultAsync(a => a.Id == user.AccountId() && a.Kind == AccountKind.Staff);
        }

        return await half.FindAsync() is { HasTotp: false } account && !await db.Passkeys.AnyAsync(p => p.UserId == account.Id) ? account : null;
    }
}
