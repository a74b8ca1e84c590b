using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>With how many points nothing new is booked, and for how long.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class PointLimitNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(PointLimit.Set(Input.HalfPoints, Input.Months!.Value, Input.Article, Input.From!.Value), db.PointLimits);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの停止を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        return Task.FromResult<IActionResult?>(null);
    }

    public sealed class InputModel
    {
        /// <summary>In halves of a point.</summary>
        [Display(Name = "何点で止めるか")]
        public int HalfPoints { get; set; } = 4;

        [Required, Display(Name = "止める期間")]
        public int? Months { get; set; } = 3;

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
