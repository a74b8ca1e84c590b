using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Hires;

/// <summary>A page about the one hire whose numbers the visitor knew.</summary>
internal abstract class HirePage(BookingDb db, ReceiptPass pass, IRooms rooms, IHallDirectory directory) : PageModel, IFormPage
{
    public const string Cookie = "kominkan-hire-receipt";

    public RoomHire Hire { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    public string Room { get; private set; } = "";

    protected BookingDb Db { get; } = db;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (pass.Read(HttpContext, Cookie) is not { } id || await Db.Hires.Include(h => h.Fees).Include(h => h.Refusal).SingleOrDefaultAsync(h => h.Id == id) is not { } hire)
        {
            return Redirect("/hires");
        }

        (Hire, Hall, Room) = (hire, (await directory.GetAsync()).NameOf(hire.HallId), (await rooms.FindAsync(hire.RoomId))?.Name ?? "");
        await LoadMoreAsync();
        return null;
    }

    protected abstract Task LoadMoreAsync();
}
