using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A page about one election meeting in the user's halls.</summary>
internal abstract class MeetingPage(BookingDb db, IRooms rooms, IHallDirectory directory, IAudit audit, ICashier cashier, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    public ElectionMeeting Meeting { get; private set; } = null!;

    public string Place { get; private set; } = "";

    /// <summary>How the money stands; null where nothing was ever owed.</summary>
    public Standing? Standing { get; private set; }

    public DateTime Now { get; } = clock.UtcNow();

    protected string Home => $"/staff/election-meetings/{Id}";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Meetings.Include(m => m.Fees).SingleOrDefaultAsync(m => m.Id == Id) is not { } meeting)
        {
            return NotFound();
        }

        (Meeting, Place) = (meeting, $"{(await directory.GetAsync()).NameOf(meeting.HallId)}　{(await rooms.FindAsync(meeting.RoomId))?.Name}");
        Standing = (await cashier.StandingAsync([Id])).GetValueOrDefault(Id);
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) ? Act.Change : Act.View, "個人演説会", meeting.HallId, [Id]);
        await LoadMoreAsync();
        return null;
    }

    protected virtual Task LoadMoreAsync() => Task.CompletedTask;
}
