using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A staff page about one wait for a room of the user's halls.</summary>
internal abstract class StaffWaitPage(BookingDb db, WaitingList waits, IRooms rooms, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public RoomWait Wait { get; private set; } = null!;

    public string Place { get; private set; } = "";

    public int Before { get; private set; }

    public string? WhyNotAccept => Wait.WhyNotAccept(clock.UtcNow());

    protected WaitingList List { get; } = waits;

    protected string Home => $"/staff/room-waits/{Id}";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Waits.SingleOrDefaultAsync(w => w.Id == Id) is not { } wait)
        {
            return NotFound();
        }

        (Wait, Place) = (wait, $"{(await directory.GetAsync()).NameOf(wait.HallId)}　{(await rooms.FindAsync(wait.RoomId))?.Name}");
        Before = await List.BeforeAsync(wait);
        await LoadMoreAsync();
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "部屋の空き待ち", wait.HallId, [wait.Id]);
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
