using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A staff page about one hire that must leave one of the user's halls.</summary>
internal abstract class StaffMovePage(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    [FromRoute] public Guid MoveId { get; set; }

    public DisplacedHire Moving { get; private set; } = null!;

    public RoomHire Hire { get; private set; } = null!;

    public string Left { get; private set; } = "";

    /// <summary>The room that is offered, or empty.</summary>
    public string Offered { get; private set; } = "";

    public DateTime Now { get; } = clock.UtcNow();

    public string Home => $"/staff/displacements/{Id}/hires/{MoveId}";

    protected IRooms Rooms { get; } = rooms;

    protected HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.DisplacedHires.SingleOrDefaultAsync(d => d.Id == MoveId && d.DisplacementId == Id) is not { } moving)
        {
            return NotFound();
        }

        (Moving, Halls) = (moving, await directory.GetAsync());
        // It may be in another hall by now; who had to send it away still sees what became of it.
        Hire = await db.Hires.IgnoreQueryFilters().Include(h => h.Items).SingleAsync(h => h.Id == moving.HireId);
        (Left, Offered) = (await PlaceAsync(moving.RoomId), moving.OfferedRoomId is { } room ? await PlaceAsync(room) : "");
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "会場の変更", moving.HallId, [Hire.Id]);
        await LoadMoreAsync();
        return null;
    }

    protected async Task<string> PlaceAsync(Guid room) => await Rooms.FindAsync(room) is { } found ? $"{Halls.NameOf(found.HallId)}　{found.Name}" : "－";

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
