using Kominkan.Booking.Data;
using Kominkan.Booking.Pages.Booking.Lotteries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A staff page about one entry in a draw of rooms of the user's halls.</summary>
internal abstract class StaffEntryPage(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public EntryFacts Facts { get; private set; } = null!;

    public string? WhyNot => Facts.Entry.WhyNotChange(Facts.Lottery, clock.UtcNow());

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.LotteryEntries.AsNoTracking().Include(e => e.Wishes).SingleOrDefaultAsync(e => e.Id == Id) is not { } entry)
        {
            return NotFound();
        }

        var lottery = await db.Lotteries.AsNoTracking().SingleAsync(l => l.Id == entry.LotteryId);
        Facts = await EntryFacts.OfAsync(entry, lottery, db, rooms, (await directory.GetAsync()).NameOf(entry.HallId), clock.UtcNow());
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "部屋の抽選の申し込み", entry.HallId, [entry.Id]);
        return null;
    }
}
