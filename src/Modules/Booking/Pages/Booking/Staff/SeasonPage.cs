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

        (Season, Place) = (season, await rooms.PlaceAsync(season, await directory.GetAsync()));
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "年間の予約", season.HallId, [season.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}

/// <summary>Where a circle's year takes place.</summary>
internal static class SeasonPlace
{
    /// <summary>中央公民館　研修室1、研修室2</summary>
    public static async Task<string> PlaceAsync(this IRooms rooms, Season season, HallDirectory halls, CancellationToken cancellation = default)
    {
        var names = new List<string>();
        foreach (var id in season.Rooms)
        {
            names.Add((await rooms.FindAsync(id, cancellation))?.Name ?? "");
        }

        return $"{halls.NameOf(season.HallId)}　{string.Join("、", names)}";
    }
}
