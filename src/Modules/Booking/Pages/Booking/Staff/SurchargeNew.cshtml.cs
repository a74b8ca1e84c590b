using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>加算: what is added to the price of a room, and when.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class SurchargeNewModel(BookingDb db, KeepRule keep, IHallDirectory directory, TimeProvider clock) : HallRulePage(directory, clock)
{
    public static readonly IReadOnlyList<Choice> Triggers = [.. Enum.GetValues<SurchargeTrigger>().Select(t => new Choice(t.ToString(), Wording.Of(t)))];

    public static readonly IReadOnlyList<Choice> Units = [.. Enum.GetValues<SurchargeUnit>().Select(u => new Choice(u.ToString(), Wording.Of(u)))];

    [BindProperty] public InputModel Input { get; set; } = new();

    protected override DateOnly? From
    {
        get => Input.From;
        set => Input.From = value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await DemandHallAsync(Input.HallId);
        (int, int)? months = Input is { FirstMonth: null, LastMonth: null } ? null : (Input.FirstMonth ?? 0, Input.LastMonth ?? 0);
        await keep.AddAsync(Surcharge.Set(Input.HallId, Input.Name, Input.Trigger, Input.Unit, Input.Amount!.Value, months, Input.RoundTo!.Value, Input.Article, Input.From!.Value), db.Surcharges);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの加算を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public sealed class InputModel
    {
        public Guid? HallId { get; set; }

        [Required, Display(Name = "加算の名前"), StringLength(40)]
        public string Name { get; set; } = "";

        public SurchargeTrigger Trigger { get; set; }

        public SurchargeUnit Unit { get; set; }

        [Required, Display(Name = "割合か額")]
        public int? Amount { get; set; }

        [Display(Name = "始まりの月")]
        public int? FirstMonth { get; set; }

        [Display(Name = "終わりの月")]
        public int? LastMonth { get; set; }

        [Required, Display(Name = "端数")]
        public int? RoundTo { get; set; } = 10;

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
