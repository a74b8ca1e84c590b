using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>備品 of a hall: how many, and what one costs. Fewer than are promised already is refused.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class EquipmentNewModel(BookingDb db, KeepRule keep, Stock stock, StockLock stockLock, IHallDirectory directory, TimeProvider clock) : HallRulePage(directory, clock)
{
    public static readonly IReadOnlyList<Choice> Units = [.. Enum.GetValues<EquipmentUnit>().Select(u => new Choice(u.ToString(), Wording.Of(u)))];

    [BindProperty] public InputModel Input { get; set; } = new();

    protected override DateOnly? From
    {
        get => Input.From;
        set => Input.From = value;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await DemandHallAsync(Input.HallId);
        var one = Equipment.Set(Input.HallId!.Value, Input.Name, Input.Stock!.Value, Input.Yen!.Value, Input.Unit, Input.Article, Input.From!.Value);
        await stockLock.TakeAsync(one.HallId, [one.Name]);
        if (await stock.PromisedAsync(one.HallId, one.Name, one.ValidFrom) is var promised && promised > one.Stock)
        {
            throw new RuleBroken($"この日から先に、同じ時間に{promised}つ貸す予約があります。", "Input.Stock");
        }

        await keep.AddAsync(one, db.Equipment);
        Notice.Say(Response, $"{one.ValidFrom.Long()}からの備品を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "館")]
        public Guid? HallId { get; set; }

        [Required, Display(Name = "備品の名前"), StringLength(40)]
        public string Name { get; set; } = "";

        [Required, Display(Name = "館にある数")]
        public int? Stock { get; set; }

        [Required, Display(Name = "1つの額")]
        public int? Yen { get; set; }

        [Display(Name = "額の単位")]
        public EquipmentUnit Unit { get; set; }

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
