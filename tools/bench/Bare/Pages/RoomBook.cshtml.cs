using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

/// <summary>A form, a row behind a unique key, and the room's week after it.</summary>
public sealed class RoomBookModel(BareDb db) : PageModel
{
    public Room Room { get; private set; } = null!;

    public string Error { get; private set; } = "";

    public async Task OnGetAsync(Guid room) => Room = await db.Rooms.AsNoTracking().SingleAsync(r => r.Id == room);

    public async Task<IActionResult> OnPostAsync(Guid room, DateOnly d, TimeOnly from, string title)
    {
        if (await db.RoomBookings.AnyAsync(b => b.RoomId == room && b.Date == d && b.From == from))
        {
            Error = "Taken";
            await OnGetAsync(room);
            return Page();
        }

        db.RoomBookings.Add(new RoomBooking { RoomId = room, Date = d, From = from, Title = title });
        await db.SaveChangesAsync();
        return Redirect($"/week?room={room}&d={d:yyyy-MM-dd}");
    }
}
