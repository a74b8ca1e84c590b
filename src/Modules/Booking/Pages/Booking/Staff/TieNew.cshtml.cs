using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A tie to the city to choose from: who may hire by it, what must be seen, and what is added to the fee.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class TieNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    public static readonly IReadOnlyList<Choice> Accesses = [.. Enum.GetValues<TieAccess>().Select(a => new Choice(a.ToString(), Wording.Of(a)))];

    [BindProperty] public InputModel Input { get; set; } = new();

    /// <summary>Surcharges somebody would be asked about: with the tie the question is answered.</summary>
    public IReadOnlyList<Choice> Surcharges { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (!string.IsNullOrEmpty(Input.Surcharge) && !await Added(Input.From!.Value).AnyAsync(s => s.Name == Input.Surcharge && s.ValidFrom <= Input.From))
        {
            throw new RuleBroken("この加算は、その日には使えません。加算か日を選び直してください。", "Input.Surcharge");
        }

        var rule = TieRule.Set(Input.Code!.Value, Input.Name, Input.Access!.Value, Input.EvidenceMonths, Input.Papers, Input.Surcharge, Input.Article, Input.From!.Value);
        await keep.AddAsync(rule, db.Ties);
        Notice.Say(Response, $"{rule.ValidFrom.Long()}からの市内とのつながりを定めました。");
        return Redirect("/staff/booking-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var today = clock.Today();
        Input.From ??= today.AddMonths(1);
        Surcharges = [.. (await Added(today).Select(s => s.Name).Distinct().ToListAsync()).Order(StringComparer.Ordinal).Select(n => new Choice(n, n))];
        return null;
    }

    /// <summary>Those of every hall that have not ended by the day: a tie counts in every hall.</summary>
    private IQueryable<Surcharge> Added(DateOnly day) => db.Surcharges.AsNoTracking().Where(s => s.HallId == null && s.Trigger == SurchargeTrigger.Asked && (s.ValidTo == null || s.ValidTo >= day));

    public sealed class InputModel
    {
        [Required, Display(Name = "番号")]
        public int? Code { get; set; }

        [Required, Display(Name = "名前"), StringLength(TieRule.LongestName)]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "{0}を選んでください"), Display(Name = "借りられるか")]
        public TieAccess? Access { get; set; }

        [Display(Name = "書類が有効な月数")]
        public int? EvidenceMonths { get; set; }

        [Display(Name = "確かめる書類"), StringLength(TieRule.LongestPapers)]
        public string? Papers { get; set; }

        [Display(Name = "使用料に加えるもの"), StringLength(40)]
        public string? Surcharge { get; set; }

        [Required, Display(Name = "根拠"), StringLength(60)]
        public string Article { get; set; } = "";

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
