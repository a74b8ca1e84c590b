using System.ComponentModel.DataAnnotations;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Pages.Booking.Staff;

/// <summary>減免の登録: what was seen of a group's evidence, for a time.</summary>
[Authorize(BookingModule.Hires)]
internal sealed class EntitlementNewModel(BookingDb db, PartyLock partyLock, IHallDirectory directory, HallScope scope, ICityRules rules, TimeProvider clock) : PageModel, IFormPage
{
    private List<Reduction> found = [];

    [BindProperty] public InputModel Input { get; set; } = new();

    public IReadOnlyList<Choice> Rules { get; private set; } = [];

    public IReadOnlyList<Choice> Halls { get; private set; } = [];

    public int Years { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var rule = found.Find(r => r.Id == Input.RuleId) ?? throw new RuleBroken("減免を選び直してください。", "Input.RuleId");
        var hall = Input.HallId is { } id && Halls.Any(h => h.Value == $"{id}") ? id : throw new RuleBroken("登録する館を選び直してください。", "Input.HallId");
        var registered = Entitlement.Register(hall, Input.ToHirer(), rule, Input.Evidence, Input.From!.Value, Input.To!.Value, Years, User.Clerk(), clock.UtcNow());
        await partyLock.TakeAsync(registered.PartyKey);
        if (await db.Entitlements.IgnoreQueryFilters().AnyAsync(e => e.PartyKey == registered.PartyKey && e.Subject == registered.Subject && e.State != EntitlementState.Ended && e.From <= registered.To && e.To >= registered.From))
        {
            throw new RuleBroken("この団体の同じ減免は、この期間にもう登録されています。", "Input.GroupName");
        }

        while (await db.Entitlements.IgnoreQueryFilters().AnyAsync(e => e.Number == registered.Number))
        {
            registered.Renumber();
        }

        db.Entitlements.Add(registered);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"登録しました。登録番号は{registered.Number}です。ほかの職員が承認すると始まります。");
        return Redirect($"/staff/entitlements/{registered.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        var (today, halls) = (clock.Today(), await directory.GetAsync());
        (Years, Input.From) = (await rules.OnAsync(Entitlement.MostYears, today), Input.From ?? today);
        found = [.. (await db.Reductions.AsNoTracking().Where(r => r.ValidTo == null || r.ValidTo >= today).OrderBy(r => r.Group).ThenBy(r => r.Item).ThenBy(r => r.ValidFrom).ToListAsync()).Where(r => r.HallId is not { } hall || scope.Contains(hall)).DistinctBy(r => r.Subject)];
        Rules = [.. found.Select(r => new Choice(r.Id.ToString(), r.Words(), $"{(r.HallId is { } hall ? halls.NameOf(hall) : "すべての館")}　{(r.Purpose.Length > 0 ? $"目的：{r.Purpose}　" : "")}確かめるもの：{r.Evidence}（{r.Article}）"))];
        Halls = [.. halls.All.Where(h => scope.Contains(h.Id)).Select(h => new Choice($"{h.Id}", h.ShortName))];
        Input.HallId ??= Halls.Count == 1 ? Guid.Parse(Halls[0].Value) : null;
        return null;
    }

    public sealed class InputModel
    {
        [Required, Display(Name = "登録する館")]
        public Guid? HallId { get; set; }

        [Required, Display(Name = "減免")]
        public Guid? RuleId { get; set; }

        [Required, Display(Name = "団体の名前"), StringLength(100)]
        public string GroupName { get; set; } = "";

        [Required, Display(Name = "代表の方の姓"), StringLength(100)]
        public string FamilyName { get; set; } = "";

        [Display(Name = "名"), StringLength(100)]
        public string? GivenName { get; set; }

        [Required, Display(Name = "セイ（フリガナ）"), StringLength(100)]
        public string FamilyKana { get; set; } = "";

        [Display(Name = "メイ（フリガナ）"), StringLength(100)]
        public string? GivenKana { get; set; }

        [Required, Display(Name = "電話番号"), StringLength(40)]
        public string Phone { get; set; } = "";

        [Required, Display(Name = "確かめたもの"), StringLength(RoomHire.LongestPurpose)]
        public string Evidence { get; set; } = "";

        [Required, Display(Name = "始まりの日")]
        public DateOnly? From { get; set; }

        [Required, Display(Name = "終わりの日")]
        public DateOnly? To { get; set; }

        public Hirer ToHirer() => new HireInput { GroupName = GroupName, FamilyName = FamilyName, GivenName = GivenName, FamilyKana = FamilyKana, GivenKana = GivenKana, Phone = Phone }.ToHirer();
    }
}
