using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Courses.Pages.Courses;

/// <summary>申込 3/3: the receipt, to keep.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ApplyDoneModel(CoursesDb db, ApplyQueries queries) : PageModel
{
    [FromRoute] public Guid Id { get; set; }

    public Application Application { get; private set; } = null!;

    public Course Course { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var draft = await DraftCookie.FindAsync(HttpContext, db, queries, Id);
        if (draft?.ApplicationId is not { } applicationId)
        {
            return Redirect($"/courses/{Id}/apply");
        }

        Application = await queries.ReceiptAsync(db, applicationId);
        Course = (await queries.PublishedAsync(db, Id))!;
        return Page();
    }
}
