using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Kominkan.SharedKernel;

/// <summary>
/// Who gave a receipt number and its telephone number may see that one record for half an hour. The proof is sealed in a
/// cookie of the pages about such records, so that no number stands in an address.
/// </summary>
public sealed class ReceiptPass(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <param name="name">Name of the cookie; a pass given under one name opens nothing under another.</param>
    /// <param name="path">Beginning of the addresses it opens.</param>
    public void Give(HttpContext http, string name, string path, Guid record)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Cookies.Append(name, Seal(name).Protect(string.Create(CultureInfo.InvariantCulture, $"{record:N}|{(clock.UtcNow() + Lasts).Ticks}")), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = path,
        });
    }

    /// <summary>The record the visitor proved to know; null without a pass, or when it is over.</summary>
    public Guid? Read(HttpContext http, string name)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            var parts = http.Request.Cookies[name] is { Length: > 0 } sealedText ? Seal(name).Unprotect(sealedText).Split('|') : [];
            return parts.Length == 2 && long.Parse(parts[1], CultureInfo.InvariantCulture) > clock.UtcNow().Ticks ? Guid.Parse(parts[0]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Seal(string name) => protection.CreateProtector("Kominkan.Receipt", name);
}
