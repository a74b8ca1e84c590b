using System.Globalization;
using System.Security.Claims;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts;

/// <summary>The session: half an hour without work ends it, ten hours end it in any case, a changed account within a minute.</summary>
internal static class SignInCookie
{
    public const string Scheme = "Identity.Application";

    public const string Stamp = "stamp";

    private const string StartedAt = "started";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(10);

    public static Guid? AccountId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static AuthenticationProperties NewSession(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new AuthenticationProperties(new Dictionary<string, string?> { [StartedAt] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) })
        {
            IssuedUtc = now,
            ExpiresUtc = now + Idle,
        };
    }

    public static void AddSignInCookie(this IServiceCollection services)
    {
        services.AddAuthentication(Scheme).AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<SiteInfo>((o, site) =>
        {
            o.Cookie.Name = PublicPage.SignedInCookie;
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = site.BaseUrl.StartsWith("https:", StringComparison.Ordinal) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = Idle;
            o.SlidingExpiration = true;
            o.LoginPath = "/staff/sign-in";
            o.ReturnUrlParameter = "returnUrl";
            o.Events.OnValidatePrincipal = ValidateAsync;
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stamp = context.Principal?.FindFirstValue(Stamp);
        var started = long.TryParse(context.Properties.GetString(StartedAt), CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.MinValue;
        var isOver = services.GetRequiredService<TimeProvider>().GetUtcNow() - started >= WorkingDay;
        if (isOver || stamp is null || context.Principal!.AccountId() is not { } account || (await services.GetRequiredService<AccessCache>().OfAsync(account)).Stamp != stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}

/// <summary>The session carries who it is and the name the header shows, nothing of what they may do.</summary>
internal sealed class AccountClaims : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user) => Task.FromResult(Of(user));

    public static ClaimsPrincipal Of(Account account) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.DisplayName),
            new(SignInCookie.Stamp, account.SecurityStamp!),
        ],
        SignInCookie.Scheme));
}
