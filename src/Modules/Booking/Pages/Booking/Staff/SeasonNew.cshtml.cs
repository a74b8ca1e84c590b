using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
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

    /// <summary>Rooms of the hall that can be used at the same time.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var order = (await book.GetAsync()).Settle(Input.ToDeskOrder(Guid.NewGuid()), clock.Today());
        var wanted = new List<Room> { Room };
        foreach (var id in Input.MoreRooms.Distinct())
        {
            wanted.Add(Others.Any(o => o.Value == $"{id}") && await rooms.FindAsync(id) is { } more ? more : throw new RuleBroken("一緒に使う部屋を選び直してください。", "Input.MoreRooms"));
        }

        var season = Season.Ask(wanted, order, Input.First!.Value, Input.Last!.Value, Input.From!.Value, Input.To!.Value, clock.UtcNow());
        await caps.LockAsync(season.UserClass, season.Hirer);
        await points.DemandAsync(season.UserClass, season.Hirer);
        foreach (var room in wanted)
        {
            (await quotes.OfAsync(room, new RoomSlot(room.Id, season.First, season.From, season.To))).Demand();
        }

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
        Others = [.. (await rooms.OfHallAsync(hall.Id)).Where(r => !r.IsLibrary && !r.Spaces.Intersect(room.Spaces).Any()).Select(r => new Choice($"{r.Id}", r.Name))];
        return null;
    }

    internal sealed class SeasonInput : DeskAskInput
    {
        [Display(Name = "同じ時間に一緒に使う部屋")]
        public List<Guid> MoreRooms { get; set; } = [];

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
