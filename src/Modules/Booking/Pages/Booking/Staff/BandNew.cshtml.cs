using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A part of the day that is hired as a whole, of one hall or of the city.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class BandNewModel(BookingDb db, KeepRule keep, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.HallId is { } id && (await directory.GetAsync()).Find(id) is null)
        {
            throw new RuleBroken("館を選び直してください。", "Input.HallId");
        }

        var band = TimeBand.Set(Input.HallId, Input.Name, Input.Starts!.Value, Input.Ends!.Value, Input.From!.Value);
        band.KeepClearOf(await db.Bands.ToListAsync());
        await keep.AddAsync(band, db.Bands);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの区分を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        Halls = [.. (await directory.GetAsync()).All.Select(h => new Choice(h.Id.ToString(), h.ShortName))];
        return null;
    }

    public sealed class InputModel
    {
        public Guid? HallId { get; set; }

        [Required, Display(Name = "区分の名前"), StringLength(10)]
        public string Name { get; set; } = "";

        [Required, Display(Name = "始まりの時刻")]
        public TimeOnly? Starts { get; set; }

        [Required, Display(Name = "終わりの時刻")]
        public TimeOnly? Ends { get; set; }

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
