using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>減免: who pays less, where, for what and of which part.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class ReductionNewModel(BookingDb db, KeepRule keep, IHallDirectory directory, TimeProvider clock) : HallRulePage(directory, clock)
{
    public static readonly IReadOnlyList<Choice> Items = [.. new FeeItem?[] { FeeItem.Room, FeeItem.Surcharge, FeeItem.Equipment }.Select(i => new Choice(i.ToString()!, Wording.Of(i)))];

    [BindProperty] public InputModel Input { get; set; } = new();

    protected override DateOnly? From
    {
        get => Input.From;
        set => Input.From = value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await DemandHallAsync(Input.HallId);
        await keep.AddAsync(Reduction.Set(Input.Group, Input.HallId, Input.Purpose, Input.Item, Input.Percent!.Value, Input.RoundTo!.Value, Input.Evidence, Input.Article, Input.From!.Value), db.Reductions);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの減免を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "対象の団体"), StringLength(40)]
        public string Group { get; set; } = "";

        public Guid? HallId { get; set; }

        [Display(Name = "目的"), StringLength(40)]
        public string? Purpose { get; set; }

        [Display(Name = "減らすもの")]
        public FeeItem? Item { get; set; }

        [Required, Display(Name = "割合")]
        public int? Percent { get; set; }

        [Required, Display(Name = "端数")]
        public int? RoundTo { get; set; } = 10;

        [Required, Display(Name = "確かめるもの"), StringLength(60)]
        public string Evidence { get; set; } = "";

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
