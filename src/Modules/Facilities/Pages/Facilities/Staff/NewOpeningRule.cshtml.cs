using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

[Authorize(FacilitiesModule.Rules)]
internal sealed class NewOpeningRuleModel(FacilitiesDb db, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    public static readonly IReadOnlyList<Choice> Weeks = [.. Enumerable.Range(1, 4).Select(n => new Choice($"{n}", $"第{n}"))];

    public sealed record InputModel
    {
        public Guid? HallId { get; set; }

        public OpeningPart Part { get; set; }

        [Display(Name = "いつから")]
        [Required]
        public DateOnly? From { get; set; }

        [Display(Name = "開ける時刻")]
        [Required]
        public TimeOnly? Opens { get; set; }

        [Display(Name = "閉める時刻")]
        [Required]
        public TimeOnly? Closes { get; set; }

        public List<DayOfWeek> OtherDays { get; set; } = [];

        public TimeOnly? OtherOpens { get; set; }

        public TimeOnly? OtherCloses { get; set; }

        public DayOfWeek? ClosedOn { get; set; }

        public bool ShiftsOnHoliday { get; set; }

        public int? MonthlyNth { get; set; }

        public DayOfWeek? MonthlyOn { get; set; }

        public string? NewYearFrom { get; set; }

        public string? NewYearTo { get; set; }

        public OpeningTerms Terms() => new(
            Opens!.Value, Closes!.Value, OtherDays.Aggregate(Weekdays.None, (days, d) => days | OpeningRule.Of(d)), OtherOpens, OtherCloses,
            ClosedOn, ShiftsOnHoliday, MonthlyNth, MonthlyOn, MonthDay(NewYearFrom, "Input.NewYearFrom"), MonthDay(NewYearTo, "Input.NewYearTo"));

        private static int? MonthDay(string? text, string field) =>
            string.IsNullOrWhiteSpace(text) ? null
            : Typed.Number(text) is { } number and >= 0 and <= 1231 ? (int)number
            : throw new RuleBroken("月と日を4桁の数字で入力してください。例：1229", field);
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        Input = new InputModel { From = clock.Today().AddMonths(1), Opens = new(9, 0), Closes = new(22, 0), ClosedOn = DayOfWeek.Monday, ShiftsOnHoliday = true, NewYearFrom = "1229", NewYearTo = "0103" };
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.HallId is { } id && (await directory.GetAsync()).Find(id) is null)
        {
            throw new RuleBroken("館を選び直してください。", "Input.HallId");
        }

        var others = await db.OpeningRules.Where(r => r.HallId == Input.HallId && r.Part == Input.Part).ToListAsync();
        var rule = OpeningRule.Set(Input.HallId, Input.Part, Input.From!.Value, Input.Terms(), others, clock.Today());
        db.OpeningRules.Add(rule);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{rule.ValidFrom.Long()}からの規則を定めました。");
        return Redirect("/staff/opening-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Halls = [.. (await directory.GetAsync()).All.Select(h => new Choice(h.Id.ToString(), h.ShortName))];
        return null;
    }
}
