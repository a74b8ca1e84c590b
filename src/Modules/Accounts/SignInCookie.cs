using System.Globalization;
using System.Security.Claims;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts;

/// <summary>The cookie of a session: it names the account and the session's row, and nothing of what they may do.</summary>
internal static class SignInCookie
{
    public const string Scheme = "Identity.Application";
    private const string StartedAt = "started";

    /// <summary>A cookie in use is renewed this often, so that the idle time counts from the last minutes of work.</summary>
    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(5);

    public static Guid? AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.Sid), out var id) ? id : null;

    public static AuthenticationProperties Of(Session session, AccountKind kind) =>
        new(new Dictionary<string, string?> { [StartedAt] = new DateTimeOffset(session.StartedAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) })
        {
            IssuedUtc = session.StartedAt,
            ExpiresUtc = session.StartedAt + session.Idle(kind),
            IsPersistent = session.IsOwnDevice,
        };

    public static void AddSignInCookie(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme).AddCookie(HalfSignedIn.Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<SiteInfo>((o, site) =>
        {
            Harden(o.Cookie, PublicPage.SignedInCookie, site);
            o.SlidingExpiration = true;
            o.ReturnUrlParameter = "returnUrl";
            o.LoginPath = "/staff/sign-in";
            var toStaff = o.Events.OnRedirectToLogin;
            o.Events.OnRedirectToLogin = context =>
            {
                context.RedirectUri = context.Request.Path.StartsWithSegments("/staff") ? context.RedirectUri : "/sign-in?returnUrl=" + Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
                return toStaff(context);
            };
            o.Events.OnValidatePrincipal = ValidateAsync;
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddOptions<CookieAuthenticationOptions>(HalfSignedIn.Scheme).Configure<SiteInfo>((o, site) =>
        {
            Harden(o.Cookie, "kominkan-half", site);
            o.SlidingExpiration = false;
            o.ExpireTimeSpan = HalfSignedIn.Lives;
        });
    }

    private static void Harden(CookieBuilder cookie, string name, SiteInfo site)
    {
        (cookie.Name, cookie.HttpOnly, cookie.SameSite, cookie.Path) = (site.Cookie(name), true, SameSiteMode.Lax, "/");
        cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().UtcNow();
        var started = long.TryParse(context.Properties.GetString(StartedAt), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : DateTime.MinValue;
        if (context.Principal is not { } user || user.AccountId() is not { } account || user.SessionId() is not { } session
            || !(await services.GetRequiredService<AccessCache>().OfAsync(account, session, started)).Admits(session, now))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
            return;
        }

        services.GetRequiredService<SeenSessions>().Saw(session, now);
        context.ShouldRenew |= now - context.Properties.IssuedUtc >= RenewAfter;
    }
}

/// <summary>The session carries who it is and the name the header shows, nothing of what they may do.</summary>
internal static class AccountClaims
{
    public static ClaimsPrincipal Of(Account account, Session session) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.DisplayName),
            new(ClaimTypes.Sid, session.Id.ToString()),
            new(Doors.Claim, account.Kind == AccountKind.Staff ? Doors.Staff : Doors.Resident),
        ],
        SignInCookie.Scheme));
}
