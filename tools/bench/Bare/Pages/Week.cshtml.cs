using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare.Pages;

public sealed record Use(Guid Id, DateOnly Date, TimeOnly From, TimeOnly To, string Title);

/// <summary>A room's week in half hours, by three queries.</summary>
public class WeekModel(BareDb db) : PageModel
{
    private List<Use> uses = [];

    public Room Room { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    public Use? At(DateOnly date, TimeOnly time) => uses.Find(u => u.Date == date && u.From <= time && time < u.To);

    public async Task<IActionResult> OnGetAsync(Guid room, DateOnly d)
    {
        var monday = d.AddDays(-(((int)d.DayOfWeek + 6) % 7));
        Days = [.. Enumerable.Range(0, 7).Select(monday.AddDays)];
        if (await db.Rooms.AsNoTracking().Where(r => r.Id == room).Join(db.Halls, r => r.HallId, h => h.HallId, (r, h) => new { Room = r, h.Name }).FirstOrDefaultAsync() is not { } found)
        {
            return NotFound();
        }

        (Room, Hall, var last) = (found.Room, found.Name, Days[6]);
        Rooms = await db.Rooms.AsNoTracking().Where(r => r.HallId == Room.HallId).OrderBy(r => r.No).ToListAsync();
        uses = await db.Occupancies.AsNoTracking().Where(o => o.HallId == Room.HallId && o.RoomId == room && o.Date >= monday && o.Date <= last && o.ReleasedAt == null).OrderBy(o => o.Date).ThenBy(o => o.From)
            .Select(o => new Use(o.Id, o.Date, o.From, o.To, o.Title)).ToListAsync();
        return Page();
    }
}

[OutputCache(Duration = 60, VaryByQueryKeys = ["room", "d"])]
public sealed class WeekCachedModel(BareDb db) : WeekModel(db);
