using Microsoft.AspNetCore.Http;

namespace Kominkan.SharedKernel.Ui;

/// <summary>The sentence shown once on the page that follows a POST: 保存しました.</summary>
public static class Notice
{
    private const int Longest = 200;

    public static void Say(HttpResponse response, string sentence) =>
        response.Cookies.Append(PublicPage.MessageCookie, sentence.Length <= Longest ? sentence : sentence[..Longest], new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = response.HttpContext.Request.IsHttps,
            MaxAge = TimeSpan.FromMinutes(5),
        });

    /// <summary>The layout's: the sentence that waits, if any; it will not come again.</summary>
    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[PublicPage.MessageCookie] is not { Length: > 0 } sentence)
        {
            return null;
        }

        context.Response.Cookies.Delete(PublicPage.MessageCookie);
        return sentence.Length <= Longest ? sentence : null;
    }
}
