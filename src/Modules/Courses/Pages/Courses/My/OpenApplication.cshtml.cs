using Kominkan.Courses.Pages.Courses.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Courses.Pages.Courses.My;

/// <summary>Opens one's own application without its numbers: being signed in is the proof.</summary>
[Authorize(Doors.Resident)]
internal sealed class OpenApplicationModel(MyApplications mine, ReceiptCookie receipt, HallScope scope) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        // One's own lies in any hall.
        scope.OpenEverywhere();
        if (!await mine.IsOfAsync(User.ResidentId()!.Value, Id, cancellation))
        {
            return NotFound();
        }

        receipt.Give(HttpContext, Id);
        return Redirect("/applications/mine");
    }
}
