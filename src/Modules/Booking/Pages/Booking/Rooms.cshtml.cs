using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>空き状況: the rooms of one hall on one day, for everybody.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.RoomsTag, "halls")]
internal sealed class RoomsModel(RoomDays days, RuleBook book, IHallDirectory directory, TimeProvider clock) : PageModel
{
    /// <summary>Days ahead that are shown; what lies further is not open for years.</summary>
    private const int Furthest = 1000;

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public HallRef Hall { get; private set; } = null!;

    public RoomTable Table { get; private set; } = null!;

    public IReadOnlyList<BookingWindow> Windows { get; private set; } = [];

    public IReadOnlyList<UseCap> Caps { get; private set; } = [];

    public DateTime Now { get; } = clock.UtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.InJapan());

    public async Task<IActionResult> OnGetAsync(string? hall, string? date, CancellationToken cancellation)
    {
        Halls = await directory.GetAsync(cancellation);
        if ((hall is not null ? Halls.FindByNo(hall) : Halls.All is [var first, ..] ? first : null) is not { } found)
        {
            return NotFound();
        }

        var day = JapaneseEra.TryParse(date) ?? Today;
        day = day < Today || day > Today.AddDays(Furthest) ? Today : day;
        (Hall, Table) = (found, await days.OfHallAsync(found.Id, day, cancellation));
        var rules = await book.GetAsync(cancellation);
        (Windows, Caps) = (rules.WindowsOn(Today), rules.CapsOn(Today));
        return Page();
    }

    public string AddressOf(DateOnly date) => $"/rooms?hall={Hall.No}&date={date:yyyy-MM-dd}";
}
