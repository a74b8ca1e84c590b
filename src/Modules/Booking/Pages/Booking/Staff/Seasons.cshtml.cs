using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Circles that want a room every week: what is not decided yet first.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class SeasonsModel(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<(Season Season, string Place)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        Count = await db.Seasons.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var halls = await directory.GetAsync(cancellation);
        var rows = new List<(Season, string)>();
        foreach (var season in await db.Seasons.AsNoTracking().OrderBy(s => s.State).ThenByDescending(s => s.AskedAt).ThenBy(s => s.Id).Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation))
        {
            rows.Add((season, await rooms.PlaceAsync(season, halls, cancellation)));
        }

        Rows = rows;
        await audit.SawAsync(Act.View, "年間の予約の一覧", null, rows.Select(r => r.Item1.Id));
    }
}
