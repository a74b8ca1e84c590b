using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A circle asks for one room every week: one application for the whole year.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class SeasonNewModel(BookingDb db, Quotes quotes, Caps caps, Points points, RuleBook book, IRooms rooms, IHallDirectory directory, HallScope scope, TimeProvider clock) : PageModel, IFormPage, IAsking
{
    [FromRoute] public Guid Id { get; set; }

    [BindProperty] public SeasonInput Input { get; set; } = new();

    HireInput IAsking.Input => Input;

    public Room Room { get; private set; } = null!;

    public HallRef Hall { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var order = (await book.GetAsync()).Settle(Input.ToDeskOrder(Guid.NewGuid()), clock.Today());
        var season = Season.Ask(Room, order, Input.First!.Value, Input.Last!.Value, Input.From!.Value, Input.To!.Value, clock.UtcNow());
        await caps.LockAsync(season.UserClass, season.Hirer);
        await points.DemandAsync(season.UserClass, season.Hirer);
        (await quotes.OfAsync(Room, new RoomSlot(Id, season.First, season.From, season.To))).Demand();
        while (await db.Seasons.IgnoreQueryFilters().AnyAsync(s => s.Number == season.Number))
        {
            season.Renumber();
        }

        db.Seasons.Add(season);
        await db.SaveChangesAsync();
        return Redirect($"/staff/seasons/{season.Id}");
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

    internal sealed class SeasonInput : DeskAskInput
    {
        [Required, Display(Name = "始まりの日")]
        public DateOnly? First { get; set; }

        [Required, Display(Name = "終わりの日")]
        public DateOnly? Last { get; set; }

        [Required, Display(Name = "始まり")]
        public TimeOnly? From { get; set; }

        [Required, Display(Name = "終わり")]
        public TimeOnly? To { get; set; }
    }
}
