using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>
/// What a clerk looked for last, sealed in a cookie of the page: a name or a telephone number in the address would stand
/// in logs and histories.
/// </summary>
internal sealed class SearchBox(IDataProtectionProvider protection)
{
    private const string Name = "kominkan-find";
    private const int Longest = 200;
    private readonly IDataProtector seal = protection.CreateProtector("Kominkan.People.SearchBox");

    public void Keep(HttpContext http, string? text)
    {
        text = JapaneseText.Clean(text);
        http.Response.Cookies.Append(Name, seal.Protect(text.Length > Longest ? text[..Longest] : text), Options(http));
    }

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

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/staff/people",
    };
}
