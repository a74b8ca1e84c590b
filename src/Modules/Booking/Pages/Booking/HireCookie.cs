using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>The one-time key of a kept room, in a cookie: no name and no key stands in an address.</summary>
internal static class HireCookie
{
    private const string Name = "kominkan-hire";

    public static async Task<HireDraft?> FindAsync(HttpContext http, BookingDb db) =>
        Guid.TryParse(http.Request.Cookies[Name], out var key) ? await http.RequestServices.GetRequiredService<HireQueries>().DraftAsync(db, key) : null;

    public static void Give(HttpContext http, HireDraft draft) => http.Response.Cookies.Append(Name, draft.Id.ToString("N"), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = "/",
    });
}
