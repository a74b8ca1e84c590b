using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A staff page about the points of one hire of the user's halls; of any other hall it is not found.</summary>
internal abstract class PointPage(BookingDb db, IRooms rooms, IHallDirectory directory, Points points, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public PointCase Case { get; private set; } = null!;

    public RoomHire Hire { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>How the party stands in all halls.</summary>
    public PointStanding Standing { get; private set; } = null!;

    public DateTime Now { get; } = clock.UtcNow();

    protected string Home => $"/staff/points/{Id}";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        // The hire may have moved to a hall that is not the user's since: what happened is theirs all the same.
        if (await db.PointCases.SingleOrDefaultAsync(p => p.Id == Id) is not { } about || await db.Hires.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(h => h.Id == about.HireId) is not { } hire)
        {
            return NotFound();
        }

        (Case, Hire, Place) = (about, hire, $"{(await directory.GetAsync()).NameOf(about.HallId)}　{(await rooms.FindAsync(hire.RoomId))?.Name}");
        Standing = await points.OfAsync(about.PartyKey);
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "利用の点数", about.HallId, [hire.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
