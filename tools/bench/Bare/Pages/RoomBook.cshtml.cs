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

    /// <param name="locked">One writer a room at a time: by an advisory lock on PostgreSQL, by the file's on SQLite.</param>
    public async Task<IActionResult> OnPostAsync(Guid room, DateOnly d, TimeOnly from, string title, bool locked)
    {
        await using var turn = locked ? await db.Database.BeginTransactionAsync() : null;
        if (locked && db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(1, {room.GetHashCode()})");
        }

        if (await db.RoomBookings.AnyAsync(b => b.RoomId == room && b.Date == d && b.From == from))
        {
            Error = "Taken";
            await OnGetAsync(room);
            return Page();
        }

        db.RoomBookings.Add(new RoomBooking { RoomId = room, Date = d, From = from, Title = title });
        await db.SaveChangesAsync();
        await (turn?.CommitAsync() ?? Task.CompletedTask);
        return Redirect($"/week?room={room}&d={d:yyyy-MM-dd}");
    }
}
