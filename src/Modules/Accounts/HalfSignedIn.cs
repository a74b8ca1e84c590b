using System.Security.Claims;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>
/// Somebody whose password was right and who owes the second factor. They are nobody yet for every page but those under
/// <c>/staff/sign-in</c>, because only those ask this cookie.
/// </summary>
internal sealed class HalfSignedIn(AccountsDb db, IHttpContextAccessor http)
{
    public const string Scheme = "Kominkan.HalfSignedIn";

    private const string Stamp = "stamp";

    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    private HttpContext Context => http.HttpContext!;

    public Task RememberAsync(Account account) => Context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(Stamp, account.SecurityStamp!)], Scheme)));

    /// <summary>The account, or null when the password was too long ago or something about the account has changed.</summary>
    public async Task<Account?> FindAsync()
    {
        var user = (await Context.AuthenticateAsync(Scheme)).Principal;
        var (id, stamp) = (user?.AccountId(), user?.FindFirstValue(Stamp));
        return id is null ? null : await db.Users.Include(a => a.RecoveryCodes).SingleOrDefaultAsync(a => a.Id == id && a.SecurityStamp == stamp && !a.IsDisabled);
    }
}
