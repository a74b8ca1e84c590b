using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>予約 4/4: the receipt, to keep.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HireDoneModel(BookingDb db, HireQueries queries, IRooms rooms, IHallDirectory directory) : PageModel
{
    public RoomHire Hire { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    public string Room { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await HireCookie.FindAsync(HttpContext, db) is not { HireId: { } id })
        {
            return Redirect("/rooms");
        }

        Hire = await queries.ReceiptAsync(db, id);
        (Hall, Room) = ((await directory.GetAsync()).NameOf(Hire.HallId), (await rooms.FindAsync(Hire.RoomId))?.Name ?? "");
        return Page();
    }
}
