using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Http;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>The one-time key of an application, in a cookie of the course's own path: no name and no key stands in a URL.</summary>
internal static class DraftCookie
{
    private const string Name = "kominkan-apply";

    public static async Task<ApplicationDraft?> FindAsync(HttpContext http, CoursesDb db, ApplyQueries queries, Guid courseId) =>
        Guid.TryParse(http.Request.Cookies[Name], out var key) ? await queries.DraftAsync(db, key, courseId) : null;

    public static async Task KeepAsync(HttpContext http, CoursesDb db, ApplyQueries queries, Guid courseId, string json, DateTime nowUtc)
    {
        var draft = await FindAsync(http, db, queries, courseId);
        if (draft is { ApplicationId: null })
        {
            draft.Rewrite(json, nowUtc);
        }
        else
        {
            draft = db.Drafts.Add(new ApplicationDraft(courseId, json, nowUtc)).Entity;
        }

        await db.SaveChangesAsync();
        http.Response.Cookies.Append(Name, draft.Id.ToString("N"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = $"/courses/{courseId}",
        });
    }
}
