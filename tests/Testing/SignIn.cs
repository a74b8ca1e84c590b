using System.Net;
using Kominkan.Accounts;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kominkan.Testing;

public static class SignIn
{
    /// <summary>
    /// A browser of somebody who holds the role since yesterday: in one hall (its branches included), in one ward, or in the
    /// whole city when neither is said. No password is hashed: the session is made as the sign-in page makes it.
    /// </summary>
    /// <param name="role">One of <see cref="RoleKeys"/>.</param>
    public static async Task<Browser> SignInAsync(this KominkanApp app, string role, string? hallNo = null, string? ward = null) =>
        await app.BrowserOfAsync(await app.StaffAsync(role, hallNo, ward));

    /// <summary>A browser of one who holds several roles in the whole city.</summary>
    public static async Task<Browser> SignInWithAsync(this KominkanApp app, params string[] roles) => await app.BrowserOfAsync(await app.StaffAsync(
        roles[0], then: a => a.Grants.AddRange(roles.Skip(1).Select(r => Grant.Make(a.Id, r, new GrantScope(ScopeKind.City), app.Clock.Today().AddDays(-1), null)))));

    /// <summary>A browser of a resident with an account of their own.</summary>
    public static async Task<Browser> ResidentAsync(this KominkanApp app, string mail = "matsu@example.jp")
    {
        var resident = await app.DoAsync(async services =>
        {
            var made = Account.CreateResident(mail, app.Clock.UtcNow());
            var db = services.GetRequiredService<AccountsDb>();
            db.Users.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        return await app.BrowserOfAsync(resident);
    }

    /// <summary>An account with the role.</summary>
    /// <param name="then">What else is to be so of it.</param>
    internal static Task<Account> StaffAsync(this KominkanApp app, string role, string? hallNo = null, string? ward = null, Action<Account>? then = null) => app.DoAsync(async services =>
    {
        var hall = hallNo is null ? null
            : (await services.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(hallNo) ?? throw new InvalidOperationException($"There is no hall {hallNo} yet: make it before signing in.");
        var made = Account.Create("t" + Guid.NewGuid().ToString("N")[..20], "試験 太郎", app.Clock.UtcNow());
        var scope = hall is not null ? ScopeKind.Hall : ward is not null ? ScopeKind.Ward : ScopeKind.City;
        made.Grants.Add(Grant.Make(made.Id, role, new GrantScope(scope, hall?.Id, ward), app.Clock.Today().AddDays(-1), null));
        then?.Invoke(made);
        var db = services.GetRequiredService<AccountsDb>();
        db.Users.Add(made);
        await db.SaveChangesAsync();
        return made;
    });

    /// <summary>A passkey nobody holds, so that there is one to look at and to take away.</summary>
    internal static Task GivePasskeyAsync(this KominkanApp app, Account account) => app.DoAsync(async services =>
    {
        var db = services.GetRequiredService<AccountsDb>();
        db.Passkeys.Add(new IdentityUserPasskey<Guid>
        {
            UserId = account.Id,
            CredentialId = Guid.NewGuid().ToByteArray(),
            Data = new IdentityPasskeyData { Name = "試験のパスキー", CreatedAt = app.Clock.GetUtcNow(), PublicKey = [1], AttestationObject = [1], ClientDataJson = [1], Transports = [] },
        });
        await db.SaveChangesAsync();
    });

    /// <summary>A browser with a session of the account, begun now with everything shown that is asked for.</summary>
    internal static async Task<Browser> BrowserOfAsync(this KominkanApp app, Account account)
    {
        var session = Session.Start(account, app.Clock.UtcNow(), "試験の端末");
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AccountsDb>();
            db.Sessions.Add(session);
            await db.SaveChangesAsync();
        });
        var ticket = new AuthenticationTicket(AccountClaims.Of(account, session), SignInCookie.Of(session, account.Kind), SignInCookie.Scheme);
        var format = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SignInCookie.Scheme).TicketDataFormat;
        var browser = app.NewBrowser();
        browser.Cookies.Add(new Uri(app.Address), new Cookie(PublicPage.SignedInCookie, format.Protect(ticket)));
        return browser;
    }
}
