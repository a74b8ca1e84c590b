using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>A kind of purpose to choose from, or one that rooms are never lent for.</summary>
[Authorize(BookingModule.RulesPermission)]
internal sealed class PurposeNewModel(BookingDb db, KeepRule keep, TimeProvider clock) : PageModel, IFormPage
{
    private List<RefusalReason> reasons = [];

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Refusals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var forbidding = Input.Refusal is { } id ? reasons.Find(r => r.Id == id) ?? throw new RuleBroken("貸せない理由を選び直してください。", "Input.Refusal") : null;
        await keep.AddAsync(PurposeKind.Set(Input.Name, forbidding, Input.From!.Value), db.Purposes);
        Notice.Say(Response, $"{Input.From.Value.Long()}からの目的の種類を定めました。");
        return Redirect("/staff/booking-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Input.From ??= clock.Today().AddMonths(1);
        var today = clock.Today();
        reasons = await db.RefusalReasons.AsNoTracking().Where(r => r.ValidTo == null || r.ValidTo >= today).OrderBy(r => r.Code).ThenBy(r => r.ValidFrom).ToListAsync();
        Refusals = [.. reasons.Select(r => new Choice(r.Id.ToString(), $"貸せない（{r.Reason}、{r.Article}）"))];
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "名前"), StringLength(PurposeKind.LongestName)]
        public string Name { get; set; } = "";

        [Display(Name = "貸せるか")]
        public Guid? Refusal { get; set; }

        [Required, Display(Name = "いつから")]
        public DateOnly? From { get; set; }
    }
}
