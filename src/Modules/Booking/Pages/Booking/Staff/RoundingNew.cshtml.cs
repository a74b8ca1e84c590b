using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>端数: to what the whole fee is rounded down.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class RoundingNewModel(BookingDb db, KeepRule keep, IHallDirectory directory, TimeProvider clock) : HallRulePage(directory, clock)
{
    [BindProperty] public InputModel Input { get; set; } = new();

    protected override DateOnly? From
    {
        get => Input.From;
        set => Input.From = value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await keep.AddAsync(Rounding.Set(Input.RoundTo!.Value, Input.Article, Input.From!.Value), db.Roundings);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの端数の決まりを定めました。");
        return Redirect("/staff/booking-rules");
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "端数")]
        public int? RoundTo { get; set; } = 10;

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
