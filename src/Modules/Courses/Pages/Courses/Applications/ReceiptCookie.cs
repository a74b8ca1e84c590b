using System.Globalization;
using System.Security.Cryptography;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Applications;

/// <summary>
/// Who gave a receipt number and its telephone number may see that one application for half an hour. The proof is sealed
/// in a cookie of these pages.
/// </summary>
internal sealed class ReceiptCookie(CoursesDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Name = "kominkan-receipt";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    private readonly IDataProtector seal = protection.CreateProtector("Kominkan.Courses.Receipt");

    public void Give(HttpContext http, Guid applicationId) =>
        http.Response.Cookies.Append(Name, seal.Protect(string.Create(CultureInfo.InvariantCulture, $"{applicationId:N}|{(clock.UtcNow() + Lasts).Ticks}")), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/applications",
        });

    /// <summary>The application the visitor proved to know, or null.</summary>
    public async Task<Application?> FindAsync(HttpContext http) =>
        Read(http) is { } id ? await db.Applications.SingleOrDefaultAsync(a => a.Id == id) : null;

    private Guid? Read(HttpContext http)
    {
        try
        {
            var parts = http.Request.Cookies[Name] is { Length: > 0 } sealedText ? seal.Unprotect(sealedText).Split('|') : [];
            return parts.Length == 2 && long.Parse(parts[1], CultureInfo.InvariantCulture) > clock.UtcNow().Ticks ? Guid.Parse(parts[0]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
