using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>空き状況: one room on every day of a month, as a list.</summary>
[AllowAnonymous]
[PublicPage(BookingModule.RoomsTag, "halls")]
internal sealed class RoomMonthModel(RoomDays days, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel
{
    private const int Furthest = 24;

    [FromRoute] public Guid Id { get; set; }

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public RoomTable Table { get; private set; } = null!;

    /// <summary>First of the month that is shown.</summary>
    public DateOnly Month { get; private set; }

    public DateOnly ThisMonth { get; } = new(clock.Today().Year, clock.Today().Month, 1);

    public bool HasNext => Month < ThisMonth.AddMonths(Furthest);

    /// <summary>What was asked for cannot be shown: this month is.</summary>
    public string? NotShown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? month, CancellationToken cancellation)
    {
        if (await rooms.FindAsync(Id, cancellation) is not { IsLibrary: false } room || (await directory.GetAsync(cancellation)).Find(room.HallId) is not { } hall)
        {
            return NotFound();
        }

        var wanted = string.IsNullOrEmpty(month) ? ThisMonth : JapaneseEra.TryParse(month + "-01");
        NotShown = wanted is null ? "年と月を読み取れません。今月を表示しています。" : wanted < ThisMonth || wanted > ThisMonth.AddMonths(Furthest) ? "この月は表示できません。今月を表示しています。" : null;
        Month = NotShown is null ? new DateOnly(wanted!.Value.Year, wanted.Value.Month, 1) : ThisMonth;
        (Room, Hall, Table) = (room, hall, await days.OfRoomAsync(room, Month, DateTime.DaysInMonth(Month.Year, Month.Month), cancellation));
        return Page();
    }

    /// <summary>空き2, or the word that is true of the whole day.</summary>
    public static Status Sum(RoomRow row) =>
        row.Cells.Count(c => c.Status == Wording.Of(Freedom.Free)) is var free and > 0 ? new($"空き{free}", Tone.Ok)
        : row.Cells.FirstOrDefault(c => c.Url is not null)?.Status ?? (row.Cells is [var first, ..] ? first.Status : new("貸出なし", Tone.Off));
}
