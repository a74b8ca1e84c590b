using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>What one number was and will be, and a form for the next.</summary>
[Authorize(FacilitiesModule.OfTheCity)]
internal sealed class RuleModel(FacilitiesDb db, CityRules rules, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public CityRule Rule { get; private set; } = null!;

    public IReadOnlyList<RuleVersion> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Input = new() { Value = await rules.OnAsync(Rule, clock.Today()), From = clock.Today().AddDays(1) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var version = RuleVersion.Of(Rule, Input.Value!.Value, Input.From!.Value, Versions, clock.Today());
        db.RuleVersions.Add(version);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{version.ValidFrom.Long()}から{version.Value}{Rule.Unit}にします。");
        return Redirect("/staff/rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (rules.All.FirstOrDefault(r => r.Key == Key) is not { } rule)
        {
            return NotFound();
        }

        Rule = rule;
        Versions = [.. (await rules.VersionsAsync()).Where(v => v.Key == Key)];
        return null;
    }

    public sealed record InputModel
    {
        [Display(Name = "数")]
        [Required(ErrorMessage = "数を入力してください")]
        public int? Value { get; set; }

        [Display(Name = "いつから")]
        [Required(ErrorMessage = "いつからを入力してください")]
        public DateOnly? From { get; set; }
    }
}
