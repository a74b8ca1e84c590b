using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>Which rooms are drawn, when wishes are taken, and how much one group may win.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class LotteryNewModel(BookingDb db, KeepRule keep, IRooms rooms, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    public static readonly IReadOnlyList<Choice> Kinds = [new(nameof(LotteryKind.Month), Wording.Of(LotteryKind.Month)), new(nameof(LotteryKind.Noon), Wording.Of(LotteryKind.Noon), "受付の始まる日の、始まりからしばらくの申し込みを同時とみなします")];

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var room = Input.Place is { } place ? await rooms.FindAsync(place) : null;
        var hall = room?.HallId ?? (Input.Place is { } id ? (await directory.GetAsync()).Find(id)?.Id ?? throw new RuleBroken("館か部屋を選び直してください。", "Input.Place") : null);
        await keep.AddAsync(Input.Kind == LotteryKind.Noon
            ? LotteryRule.OfNoon(hall, room?.Id, Input.Minutes ?? 0, Input.MaxWishes ?? 0, Input.MaxWins ?? 0, Input.From!.Value)
            : LotteryRule.OfMonth(hall, room?.Id, Input.MonthsAhead ?? 0, Input.OpensOn ?? 0, Input.ClosesOn ?? 0, Input.FirstComeOn ?? 0, Input.ConfirmDays ?? 0, Input.MaxWishes ?? 0, Input.MaxWins ?? 0, Input.From!.Value), db.LotteryRules);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの抽選を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        var places = new List<Choice>();
        foreach (var hall in (await directory.GetAsync()).All)
        {
            places.Add(new(hall.Id.ToString(), $"{hall.ShortName}　すべての部屋"));
            places.AddRange((await rooms.OfHallAsync(hall.Id)).Where(r => !r.IsLibrary).Select(r => new Choice(r.Id.ToString(), $"{hall.ShortName}　{r.Name}だけ")));
        }

        Places = places;
        return null;
    }

    public sealed class InputModel
    {
        public LotteryKind Kind { get; set; }

        /// <summary>A hall or a room; null for the city.</summary>
        [Display(Name = "館と部屋")] public Guid? Place { get; set; }

        [Display(Name = "受け付ける月")] public int? MonthsAhead { get; set; } = 3;

        [Display(Name = "受付の始まり")] public int? OpensOn { get; set; } = 1;

        [Display(Name = "受付の終わり")] public int? ClosesOn { get; set; } = 10;

        [Display(Name = "当選の返事")] public int? ConfirmDays { get; set; } = 7;

        [Display(Name = "先着の始まり")] public int? FirstComeOn { get; set; } = 21;

        [Display(Name = "同時とみなす時間")] public int? Minutes { get; set; } = 30;

        [Required, Display(Name = "希望の数")] public int? MaxWishes { get; set; } = 10;

        [Required, Display(Name = "当選の上限")] public int? MaxWins { get; set; } = 4;

        [Required, Display(Name = "いつから")] public DateOnly? From { get; set; }
    }
}
