using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>The part of a form that asks what is hired beside the room: what the hall has that day, and what was filled in.</summary>
/// <param name="tied">Surcharges that follow from what is asked elsewhere.</param>
internal sealed class WishForm(HireInput input, FeeRules rules, Guid hall, DateOnly date, IReadOnlyCollection<string> tied)
{
    public HireInput Input { get; } = input.Offer(rules.EquipmentOn(hall, date));

    public IReadOnlyList<Choice> Extras { get; } = [.. rules.AskedOn(hall, date).Where(s => !tied.Contains(s.Name)).Select(s => new Choice(s.Name, s.Name, s.Unit == SurchargeUnit.Percent ? $"部屋の使用料の{s.Amount}％が加わります" : $"{(s.Unit == SurchargeUnit.Hour ? "1時間" : "1回")}{Wording.Yen(s.Amount)}が加わります"))];

    public IReadOnlyList<Equipment> Equipment { get; } = rules.EquipmentOn(hall, date);

    public bool IsEmpty => Extras.Count == 0 && Equipment.Count == 0;
}

/// <summary>So many of one piece of equipment.</summary>
internal sealed class EquipmentInput
{
    [Display(Name = "備品"), StringLength(Domain.Equipment.LongestName)]
    public string Name { get; set; } = "";

    [Display(Name = "数"), Range(0, 1000, ErrorMessage = "備品の数は0から1000までで入力してください")]
    public int? Count { get; set; }
}
