using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>How early a class of users may book, and at which moment.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class WindowNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty] public InputModel Input { get; set; } = new();

    public static readonly IReadOnlyList<Choice> Products = [.. Enum.GetValues<HireProduct>().Select(p => new Choice(p.ToString(), Wording.Of(p)))];

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(BookingWindow.Set(Input.UserClass, Input.Product, Input.Months, Input.Days, Input.WebOpens!.Value, Input.DeskOpens!.Value, Input.From!.Value), db.Windows);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの受付の始まりを定めました。");
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
        public UserClass UserClass { get; set; }

        public HireProduct Product { get; set; }

        [Display(Name = "何か月先まで")]
        public int? Months { get; set; }

        [Display(Name = "何日前から")]
        public int? Days { get; set; }

        [Required, Display(Name = "ウェブの受付の時刻")]
        public TimeOnly? WebOpens { get; set; } = new(12, 0);

        [Required, Display(Name = "窓口と電話の受付の時刻")]
        public TimeOnly? DeskOpens { get; set; } = new(8, 30);

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
