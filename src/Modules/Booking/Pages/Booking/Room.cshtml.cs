using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>空き状況: one room in one week, and what it costs.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.RoomsTag, "halls")]
internal sealed class RoomModel(RoomDays days, Quotes quotes, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    private const int Furthest = 1000;

    [FromRoute] public Guid Id { get; set; }

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public RoomTable Table { get; private set; } = null!;

    public IReadOnlyList<RoomPrice> Prices { get; private set; } = [];

    public DateOnly Today { get; } = clock.Today();

    public DateOnly Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? week, CancellationToken cancellation)
    {
        if (await rooms.FindAsync(Id, cancellation) is not { } room || (await directory.GetAsync(cancellation)).Find(room.HallId) is not { } hall)
        {
            return NotFound();
        }

        var day = JapaneseEra.TryParse(week) ?? Today;
        Shown = day < Today || day > Today.AddDays(Furthest) ? Today : day;
        // Weeks begin on Monday.
        var first = Shown.AddDays(-(((int)Shown.DayOfWeek + 6) % 7));
        (Room, Hall, Table) = (room, hall, await days.OfRoomAsync(room, first, 7, cancellation));
        Prices = [.. (await quotes.PricesAsync(Id, Shown, cancellation)).OrderBy(p => p.Bands == RoomPrice.Hour).ThenBy(p => p.Bands.Length).ThenBy(p => p.Yen)];
        return Page();
    }
}
