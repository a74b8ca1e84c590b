using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts;

/// <summary>Lets somebody in, or to the second factor they owe first.</summary>
internal sealed class StartSession(
    AccountsDb db, AppDatabase database, AccessCache cache, HalfSignedIn half, StaffSecondFactor factor, IHttpContextAccessor http, TimeProvider clock, ILogger<StartSession> log)
{
    /// <summary>Where whoever has given the right password goes before anything else; null when they are in.</summary>
    public async Task<string?> OwesAsync(Account account)
    {
        var hasPasskey = await db.Passkeys.AnyAsync(p => p.UserId == account.Id);
        return account.HasTotp ? "/staff/sign-in/code"
            : !factor.IsRequired ? null
            : hasPasskey ? "/staff/sign-in/passkey"
            : "/staff/sign-in/set-up";
    }

    /// <summary>After a right password: the page that comes next.</summary>
    public async Task<string> AfterPasswordAsync(Account account, string returnUrl)
    {
        if (await OwesAsync(account) is not { } owed)
        {
            await EnterAsync(account);
            return returnUrl;
        }

        await half.RememberAsync(account);
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(owed, "returnUrl", returnUrl);
    }

    /// <summary>Everything is shown: a session begins, and the one this browser had ends.</summary>
    public async Task EnterAsync(Account account, bool ownDevice = false)
    {
        var context = http.HttpContext!;
        var now = clock.UtcNow();
        var before = context.User.SessionId();
        var session = await database.InTransactionAsync(async () =>
        {
            await db.LockAsync(account);
            account.CountSignIn(now);
            var begun = Session.Start(account, now, Device.Words(context.Request.Headers.UserAgent), ownDevice);
            await db.Sessions.Where(s => s.Id == before && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now));
            db.Sessions.Add(begun);
            await db.SaveChangesAsync(CancellationToken.None);
            database.AfterCommit(() => cache.ForgetAsync(account.Id));
            return begun;
        }, CancellationToken.None);
        await context.SignOutAsync(HalfSignedIn.Scheme);
        await context.SignInAsync(SignInCookie.Scheme, AccountClaims.Of(account, session), SignInCookie.Of(session, account.Kind));
        log.LogInformation("Signed in: {Account}", account.Id);
    }
}
