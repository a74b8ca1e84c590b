using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>How many points who does not come, or gives back late, may get.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class PointRuleNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(PointRule.Set(Input.Kind, Input.DaysBefore!.Value, Input.HalfPoints, Input.Months!.Value, Input.Article, Input.From!.Value), db.PointRules);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの点数を定めました。");
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
        [Display(Name = "何について")]
        public PointKind Kind { get; set; }

        [Required, Display(Name = "直前とする日")]
        public int? DaysBefore { get; set; } = 1;

        /// <summary>In halves of a point.</summary>
        [Display(Name = "点数")]
        public int HalfPoints { get; set; } = 2;

        [Required, Display(Name = "点数が消えるまで")]
        public int? Months { get; set; } = 12;

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
