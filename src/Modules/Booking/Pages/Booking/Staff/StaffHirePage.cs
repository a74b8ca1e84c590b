using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A staff page about one hire of the user's halls; a hire of any other hall is not found.</summary>
internal abstract class StaffHirePage(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public RoomHire Hire { get; private set; } = null!;

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    protected BookingDb Db { get; } = db;

    protected IRooms Rooms { get; } = rooms;

    protected string Home => $"/staff/hires/{Id}";

    /// <summary>What is done with the data on this page.</summary>
    protected virtual Act Act => Act.View;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Hires.Include(h => h.Fees).Include(h => h.Items).Include(h => h.Heads).Include(h => h.Permits).Include(h => h.Refusal).SingleOrDefaultAsync(h => h.Id == Id) is not { } hire)
        {
            return NotFound();
        }

        (Hire, Room, Hall) = (hire, (await Rooms.FindAsync(hire.RoomId))!, (await directory.GetAsync()).Find(hire.HallId)!);
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act, "部屋の予約", hire.HallId, [hire.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
