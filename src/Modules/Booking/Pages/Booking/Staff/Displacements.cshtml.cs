using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Halls that were needed for something else, the newest first, and how many went elsewhere.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class DisplacementsModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public DateOnly Today { get; } = clock.Today();

    public IReadOnlyList<(Displacement Displacement, string Place, MoveTally Tally)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Count = await db.Displacements.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var (halls, rows) = (await directory.GetAsync(cancellation), new List<(Displacement, string, MoveTally)>());
        var shown = await db.Displacements.AsNoTracking().OrderByDescending(d => d.From).ThenByDescending(d => d.Id).Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation);
        var ids = shown.ConvertAll(d => d.Id);
        var moves = (await db.DisplacedHires.AsNoTracking().Where(m => ids.Contains(m.DisplacementId)).Select(m => new { m.DisplacementId, m.State }).ToListAsync(cancellation)).ToLookup(m => m.DisplacementId, m => m.State);
        foreach (var d in shown)
        {
            rows.Add((d, $"{halls.NameOf(d.HallId)} {(d.RoomId is { } room ? (await rooms.FindAsync(room, cancellation))?.Name : "全室")}", MoveTally.Of(moves[d.Id])));
        }

        Rows = rows;
    }
}
