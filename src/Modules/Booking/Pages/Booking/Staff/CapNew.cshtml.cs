using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>How much one group or person may book in a month.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class CapNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(UseCap.Set(Input.UserClass, Input.Most!.Value, Input.FreeDays!.Value, Input.Article, Input.From!.Value), db.Caps);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの上限を定めました。");
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
        [Display(Name = "使う方")]
        public UserClass UserClass { get; set; }

        [Required, Display(Name = "ひと月の上限")]
        public int? Most { get; set; }

        [Required, Display(Name = "上限がなくなる日")]
        public int? FreeDays { get; set; } = 14;

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
