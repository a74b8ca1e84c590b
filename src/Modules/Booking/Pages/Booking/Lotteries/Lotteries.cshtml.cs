using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>部屋の抽選: those that take entries now, those to come and those of the last months.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LotteriesModel(BookingDb db, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int PageNo { get; set; } = 1;

    public IReadOnlyList<(Lottery Lottery, string Place)> Rows { get; private set; } = [];

    public int Pages { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var since = clock.Today().AddMonths(-1);
        var found = db.Lotteries.AsNoTracking().Where(l => l.Month >= since);
        Pages = (await found.CountAsync(cancellation) + Size - 1) / Size;
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        var halls = await directory.GetAsync(cancellation);
        var rows = new List<(Lottery, string)>();
        foreach (var lottery in await found.OrderBy(l => l.State == LotteryState.Drawn).ThenBy(l => l.ClosesAt).ThenBy(l => l.Id).Skip((PageNo - 1) * Size).Take(Size).ToListAsync(cancellation))
        {
            rows.Add((lottery, $"{halls.NameOf(lottery.HallId)} {(lottery.RoomId == Guid.Empty ? "" : (await rooms.FindAsync(lottery.RoomId, cancellation))?.Name)}".Trim()));
        }

        Rows = rows;
    }
}
