using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Lotteries;

/// <summary>部屋の抽選: rule, entries and seed in the open, recomputed each time the page is opened.</summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class LotteryPageModel(BookingDb db, DrawnRooms drawn, IHallDirectory directory, TimeProvider clock) : PageModel
{
    public Lottery Lottery { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public PublishedRoomDraw Draw { get; private set; } = null!;

    public string? WhyNotEnter { get; private set; }

    /// <summary>What does not agree when the page replays the draw; empty when all does.</summary>
    public IReadOnlyList<string> Differences { get; private set; } = [];

    /// <summary>In the order of the draw with what was won; before it in the order of the codes.</summary>
    public IEnumerable<(int N, string Code, IReadOnlyList<int>? Won)> Lines => Draw.Results is { } results
        ? results.Select((r, n) => (n + 1, r.Code, (IReadOnlyList<int>?)r.Won))
        : Draw.Entries.Select((e, n) => (n + 1, e.Code, (IReadOnlyList<int>?)null));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Lotteries.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellation) is not { } lottery)
        {
            return NotFound();
        }

        (Lottery, Place, WhyNotEnter) = (lottery, (await directory.GetAsync(cancellation)).NameOf(lottery.HallId), lottery.WhyNotEnter(clock.UtcNow()));
        (Rooms, Draw) = (await drawn.OfAsync(lottery, cancellation), lottery.Publish(Place));
        Differences = Draw.Seed is null ? [] : Draw.Differences();
        return Page();
    }

    public string Words(DrawSlot slot) => $"{Rooms.FirstOrDefault(r => r.No == slot.Room)?.Name ?? slot.Room} {slot.Date.MonthDay()} {Wording.Hours(slot.From, slot.To)}";
}
