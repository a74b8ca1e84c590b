using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Kominkan.SharedKernel.Ui;

/// <summary>
/// What a clerk looked for last on a page, sealed in a cookie of its address: a name or a telephone number in the address
/// itself would stand in logs and histories.
/// </summary>
public sealed class SearchBox(IDataProtectionProvider protection)
{
    private const string Name = "kominkan-find";
    private const int Longest = 200;
    private readonly IDataProtector seal = protection.CreateProtector("Kominkan.SearchBox");

    /// <param name="page">Absolute path of the page, with those below it.</param>
    public void Keep(HttpContext http, string page, string? text)
    {
        text = JapaneseText.Clean(text);
        http.Response.Cookies.Append(Name, seal.Protect(text.Length > Longest ? text[..Longest] : text), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = page,
        });
    }

    /// <summary>What was kept for the page that is asked; empty when nothing was.</summary>
    public string Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Name] is { Length: > 0 } kept ? seal.Unprotect(kept) : "";
        }
        catch (CryptographicException)
        {
            return "";
        }
    }
}
