using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>When the rooms of a hall are free on some days, on paper for the election commission; nobody is named.</summary>
[Authorize(BookingModule.Displacements)]
internal sealed class MeetingFreeModel(BookingDb db, DayQueries queries, IRooms rooms, IHallDirectory directory, IOpeningCalendar openings, HallScope scope, TimeProvider clock) : PageModel
{
    /// <summary>A sheet of paper's worth.</summary>
    public const int LongestDays = 31;

    [BindProperty(SupportsGet = true)] public string? Hall { get; set; }

    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    public DateTime Now { get; } = clock.UtcNow();

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public HallRef? Chosen { get; private set; }

    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>Each day: why the hall is closed, or what is free of each room.</summary>
    public IReadOnlyList<(DateOnly Day, string? Closed, IReadOnlyList<IReadOnlyList<(TimeOnly From, TimeOnly To)>> Free)> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        Halls = [.. (await directory.GetAsync(cancellation)).All.Where(h => scope.Contains(h.Id))];
        Chosen = Halls.FirstOrDefault(h => Hall is null || h.No == Hall);
        var today = clock.Today();
        First = JapaneseEra.TryParse(From) is { } from && from >= today && from <= today.AddYears(1) ? from : today;
        Last = JapaneseEra.TryParse(To) is { } to && to >= First ? to : First.AddDays(13);
        Last = Last < First.AddDays(LongestDays) ? Last : First.AddDays(LongestDays - 1);
        if (Chosen is not { } hall)
        {
            return Hall is null ? Page() : NotFound();
        }

        var all = await rooms.OfHallAsync(hall.Id, cancellation);
        Rooms = [.. all.Where(r => !r.IsLibrary)];
        var plan = new DayPlan(all, await queries.OfHallAsync(db, hall.Id, First, Last, cancellation), Now);
        var days = new List<(DateOnly, string?, IReadOnlyList<IReadOnlyList<(TimeOnly, TimeOnly)>>)>();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var opening = await openings.OnAsync(hall.Id, day, cancellation);
            days.Add(opening is { From: { } opens, To: { } closes } ? (day, null, [.. Rooms.Select(r => plan.FreeOf(r, day, opens, closes))]) : (day, "休館", []));
        }

        Days = days;
        return Page();
    }
}
