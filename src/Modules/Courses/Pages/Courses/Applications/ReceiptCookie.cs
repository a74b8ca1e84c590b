using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Applications;

/// <summary>Who gave a receipt number and its telephone number may see that one application for half an hour.</summary>
internal sealed class ReceiptCookie(CoursesDb db, ReceiptPass pass)
{
    private const string Name = "kominkan-receipt";

    public void Give(HttpContext http, Guid applicationId) => pass.Give(http, Name, "/applications", applicationId);

    /// <summary>The application the visitor proved to know, or null.</summary>
    public async Task<Application?> FindAsync(HttpContext http) =>
        pass.Read(http, Name) is { } id ? await db.Applications.SingleOrDefaultAsync(a => a.Id == id) : null;
}
