using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>What is owed by who gives a room back.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class CancelTermNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(CancelTerm.Set(Input.DaysBefore!.Value, Input.Percent!.Value, Input.RoundTo!.Value, Input.Article, Input.From!.Value), db.CancelTerms);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの、取り消したときの額を定めました。");
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
        [Required, Display(Name = "何日前まで")]
        public int? DaysBefore { get; set; }

        [Required, Display(Name = "割合")]
        public int? Percent { get; set; }

        [Required, Display(Name = "端数")]
        public int? RoundTo { get; set; } = 10;

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
