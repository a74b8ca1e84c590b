using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>A step after the room was kept: which room, for how long, and what it costs.</summary>
internal abstract class DraftPage(BookingDb db, RoomCalendar calendar, Quotes quotes, IRooms rooms, IHallDirectory directory, Alternatives alternatives, TimeProvider clock) : PageModel, IFormPage
{
    public HireDraft Draft { get; private set; } = null!;

    public Room Room { get; private set; } = null!;

    public string Hall { get; private set; } = "";

    public Quote Quote { get; private set; } = null!;

    /// <summary>Kept no longer, and somebody else has it: where else the time is free.</summary>
    public (RoomSlot Slot, IReadOnlyList<Alternative> Found)? Lost { get; private set; }

    /// <summary>Whole minutes for which the room is kept still; 0 when the time is over.</summary>
    public int MinutesLeft => Math.Max(0, (int)Math.Ceiling((Draft.ExpiresAt - clock.UtcNow()).TotalMinutes));

    protected BookingDb Db { get; } = db;

    protected Quotes Quotes { get; } = quotes;

    protected DateOnly Today => clock.Today();

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await HireCookie.FindAsync(HttpContext, Db) is not { } draft || await rooms.FindAsync(draft.RoomId) is not { } room)
        {
            return Redirect("/rooms");
        }

        if (draft.HireId is not null)
        {
            return Redirect("/hires/new/done");
        }

        (Draft, Room, Hall, Quote) = (draft, room, (await directory.GetAsync()).NameOf(room.HallId), await Quotes.OfAsync(room, draft.Slot, await WantedAsync(draft)));
        if (MinutesLeft == 0 && await calendar.WhyNotAsync(draft.Slot) is not null)
        {
            Lost = (draft.Slot, await alternatives.FindAsync(room, draft.Slot));
        }

        return await LoadMoreAsync();
    }

    /// <summary>What is hired beside the room, as far as this step knows it.</summary>
    protected virtual ValueTask<Wishes> WantedAsync(HireDraft draft) => ValueTask.FromResult(Wishes.None);

    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);
}
