using Kominkan.Booking.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Who telephones for a room that is taken waits in the same list as the web.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class StaffWaitNewModel(WaitingList waits, IRooms rooms, IHallDirectory directory, HallScope scope) : PageModel, IFormPage, IAsking
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public DeskInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? Date { get; set; }

    HireInput IAsking.Input => Input;

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Input.Date = JapaneseEra.TryParse(Date);
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var wait = await waits.AskAsync(Room, new RoomSlot(Id, Input.Date!.Value, Input.From!.Value, Input.To!.Value), Input.ToDeskOrder(Guid.NewGuid()));
        Notice.Say(Response, $"空き待ちを受け付けました。受付番号{wait.Number}を伝えてください。");
        return Redirect($"/staff/room-waits/{wait.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await rooms.FindAsync(Id) is not { IsLibrary: false } room || !scope.Contains(room.HallId) || (await directory.GetAsync()).Find(room.HallId) is not { } hall)
        {
            return NotFound();
        }

        (Room, Hall) = (room, hall);
        return null;
    }
}
