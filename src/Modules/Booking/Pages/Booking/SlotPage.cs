using System.Globalization;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>A resident's page about one room on one day, on which time is chosen and kept.</summary>
internal abstract class SlotPage(RoomDays days, IRooms rooms, IHallDirectory directory, Alternatives alternatives) : PageModel, IFormPage
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public string? Date { get; set; }

    [BindProperty(SupportsGet = true)] public string? From { get; set; }

    [BindProperty(SupportsGet = true)] public string? To { get; set; }

    /// <summary>Who looked for it, where that is known.</summary>
    [BindProperty(SupportsGet = true, Name = "userClass")] public UserClass? LookedAs { get; set; }

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public DateOnly Day { get; private set; }

    public DayPlan Plan { get; private set; } = null!;

    /// <summary>After a refusal: where else the time is free.</summary>
    public (RoomSlot Slot, IReadOnlyList<Alternative> Found)? Elsewhere { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await rooms.FindAsync(Id) is not { IsLibrary: false } room || (await directory.GetAsync()).Find(room.HallId) is not { } hall || (await rooms.OfHallAsync(hall.Id)).All(r => r.Id != Id))
        {
            return NotFound();
        }

        if (JapaneseEra.TryParse(Date) is not { } day)
        {
            return Redirect($"/rooms/{Id}");
        }

        (Room, Hall, Day, Plan) = (room, hall, day, await days.PlanAsync(room.HallId, day));
        if (!ModelState.IsValid && Wanted() is { } slot)
        {
            Elsewhere = (slot, await alternatives.FindAsync(room, slot));
        }

        return await LoadMoreAsync();
    }

    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);

    /// <summary>The time asked for, as far as it can be read.</summary>
    protected abstract RoomSlot? Wanted();

    protected static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
