using Kominkan.Booking.Pages.Booking.Waits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.My;

/// <summary>Opens one's own wait without its numbers: being signed in is the proof.</summary>
[Authorize(Doors.Resident)]
internal sealed class OpenWaitModel(MyRequests mine, ReceiptPass pass, HallScope scope) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        // One's own lies in any hall.
        scope.OpenEverywhere();
        if (!await mine.IsWaitOfAsync(User.ResidentId()!.Value, Id, cancellation))
        {
            return NotFound();
        }

        pass.Give(HttpContext, WaitPage.Cookie, "/waits", Id);
        return Redirect("/waits/mine");
    }
}
