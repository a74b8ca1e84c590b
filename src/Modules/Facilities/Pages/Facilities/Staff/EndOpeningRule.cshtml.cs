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
internal sealed class EndOpeningRuleModel(FacilitiesDb db, IHallDirectory directory, TimeProvider clock) : PageModel, IFormPage
{
    public sealed record InputModel
    {
        [Display(Name = "規則の終わりの日")]
        [Required]
        public DateOnly? LastDay { get; set; }
    }

    private OpeningRule? rule;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public string Where { get; private set; } = "";

    public string Period { get; private set; } = "";

    public string Consequence { get; private set; } = "";

    public IReadOnlyList<string> Sentences { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        rule!.End(Input.LastDay!.Value, clock.Today());
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{Where}の規則は{Input.LastDay.Value.Long()}で終わります。");
        return Redirect("/staff/opening-rules");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        rule = await db.OpeningRules.FirstOrDefaultAsync(r => r.Id == Id);
        if (rule is null)
        {
            return NotFound();
        }

        Where = rule.Where(await directory.GetAsync());
        Period = $"{rule.ValidFrom.Long()}から{(rule.ValidTo is { } to ? to.Long() + "まで" : "")}";
        Sentences = [.. rule.Sentences()];
        Consequence = rule.HallId is null ? "次の規則を定めるまで、規則のない館は「開館時間は未定」と表示されます。" : "終わったあとは、親の館か市全体の規則で開きます。";
        return null;
    }
}
