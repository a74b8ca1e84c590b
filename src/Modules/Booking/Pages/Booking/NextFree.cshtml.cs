using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>次に空いている時間 of one room.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.RoomsTag, "halls")]
internal sealed class NextFreeModel(FindRooms find, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    private const int Most = 10;
    private const int Days = 92;

    [FromRoute] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public UserClass UserClass { get; set; }

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public IReadOnlyList<FoundTime> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await rooms.FindAsync(Id, cancellation) is not { IsLibrary: false } room || (await directory.GetAsync(cancellation)).Find(room.HallId) is not { } hall)
        {
            return NotFound();
        }

        var search = new RoomSearch(clock.Today(), clock.Today().AddDays(Days)) { HallId = hall.Id, RoomId = Id, UserClass = UserClass };
        (Room, Hall, Found) = (room, hall, [.. (await find.FindAsync(search, RoomOrder.Early, cancellation)).Found.Take(Most)]);
        return Page();
    }
}
