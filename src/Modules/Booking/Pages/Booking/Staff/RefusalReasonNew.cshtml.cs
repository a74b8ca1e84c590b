using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A reason for which a use may be refused, with the article that says so.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class RefusalReasonNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(RefusalReason.Set(Input.Code, Input.Reason, Input.Article, Input.From!.Value), db.RefusalReasons);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの不許可の理由を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        return Task.FromResult<IActionResult?>(null);
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "符号"), StringLength(RefusalReason.LongestCode)]
        public string Code { get; set; } = "";

        [Required, Display(Name = "理由"), StringLength(100)]
        public string Reason { get; set; } = "";

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
