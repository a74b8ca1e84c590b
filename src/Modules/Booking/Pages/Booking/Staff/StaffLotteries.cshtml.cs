using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Draws of rooms of the user's halls: what waits for its number first.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class StaffLotteriesModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    public const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<(Lottery Lottery, string Place, int Entries)> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public DateTime Now { get; } = clock.UtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        Count = await db.Lotteries.CountAsync(cancellation);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var halls = await directory.GetAsync(cancellation);
        var rows = new List<(Lottery, string, int)>();
        foreach (var row in await db.Lotteries.AsNoTracking().OrderBy(l => l.State == LotteryState.Frozen ? 0 : l.State == LotteryState.Open ? 1 : 2).ThenByDescending(l => l.Month).ThenBy(l => l.ClosesAt).ThenBy(l => l.Id)
            .Skip((PageNo - 1) * Size).Take(Size).Select(l => new { Lottery = l, Entries = db.LotteryEntries.Count(e => e.LotteryId == l.Id && !e.IsWithdrawn) }).ToListAsync(cancellation))
        {
            var room = row.Lottery.RoomId == Guid.Empty ? null : (await rooms.FindAsync(row.Lottery.RoomId, cancellation))?.Name;
            rows.Add((row.Lottery, $"{halls.NameOf(row.Lottery.HallId)} {room}".Trim(), row.Entries));
        }

        Rows = rows;
    }
}
