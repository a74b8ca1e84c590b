using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A staff page about one circle's year in the user's halls.</summary>
internal abstract class SeasonPage(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public Season Season { get; private set; } = null!;

    public string Place { get; private set; } = "";

    protected BookingDb Db { get; } = db;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.Seasons.SingleOrDefaultAsync(s => s.Id == Id) is not { } season)
        {
            return NotFound();
        }

        (Season, Place) = (season, $"{(await directory.GetAsync()).NameOf(season.HallId)}　{(await rooms.FindAsync(season.RoomId))?.Name}");
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "年間の予約", season.HallId, [season.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
