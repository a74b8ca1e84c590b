using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>How the notice of a refusal is headed, and what it says of appeals.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class RefusalFormNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(RefusalForm.Set(Input.Title, Input.FormNumber, Input.Issuer, Input.Appeal, Input.From!.Value), db.RefusalForms);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの様式を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        return Task.FromResult<IActionResult?>(null);
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "題名"), StringLength(40)]
        public string Title { get; set; } = "公民館利用不許可決定通知書";

        [Required, Display(Name = "様式の番号"), StringLength(60)]
        public string FormNumber { get; set; } = "";

        [Required, Display(Name = "決める人"), StringLength(40)]
        public string Issuer { get; set; } = "";

        [Required, Display(Name = "教示"), StringLength(RefusalForm.LongestAppeal), DataType(DataType.MultilineText)]
        public string Appeal { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
