using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
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

    [BindProperty(SupportsGet = true), Display(Name = "始まりの日")] public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "終わりの日")] public DateOnly? To { get; set; }

    public DateTime Now { get; } = clock.UtcNow();

    public IReadOnlyList<HallRef> Halls { get; private set; } = [];

    public HallRef? Chosen { get; private set; }

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>Each day: why the hall is closed, or what is free of each room.</summary>
    public IReadOnlyList<(DateOnly Day, string? Closed, IReadOnlyList<IReadOnlyList<(TimeOnly From, TimeOnly To)>> Free)> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Halls = [.. (await directory.GetAsync(cancellation)).All.Where(h => scope.Contains(h.Id))];
        Chosen = Halls.FirstOrDefault(h => Hall is null || h.No == Hall);
        if (Chosen is not { } hall)
        {
            return Hall is null ? Page() : NotFound();
        }

        if (ReadDays(clock.Today()) is not var (first, last))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var all = await rooms.OfHallAsync(hall.Id, cancellation);
        Rooms = [.. all.Where(r => !r.IsLibrary)];
        var plan = new DayPlan(all, await queries.OfHallAsync(db, hall.Id, first, last, cancellation), Now);
        var days = new List<(DateOnly, string?, IReadOnlyList<IReadOnlyList<(TimeOnly, TimeOnly)>>)>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var opening = await openings.OnAsync(hall.Id, day, cancellation);
            days.Add(opening is { From: { } opens, To: { } closes } ? (day, null, [.. Rooms.Select(r => plan.FreeOf(r, day, opens, closes))]) : (day, "休館", []));
        }

        Days = days;
        return Page();
    }

    /// <summary>At most a sheet's worth; null where they cannot be read, with the sentences beside the boxes.</summary>
    private (DateOnly First, DateOnly Last)? ReadDays(DateOnly today)
    {
        From ??= ModelState.IsValid ? today : null;
        Refuse(From < today || From > today.AddYears(1), nameof(From), "始まりの日は、今日から1年のうちにしてください。");
        To ??= ModelState.IsValid ? From?.AddDays(13) : null;
        Refuse(To < From, nameof(To), "終わりの日は、始まりの日と同じか後の日にしてください。");
        if (!ModelState.IsValid || From is not { } first || To is not { } last)
        {
            return null;
        }

        To = last < first.AddDays(LongestDays) ? last : first.AddDays(LongestDays - 1);
        return (first, To.Value);
    }

    private void Refuse(bool isWrong, string box, string sentence) => _ = isWrong && ModelState.TryAddModelError(box, sentence);
}
