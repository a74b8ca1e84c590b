using System.ComponentModel.DataAnnotations;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

[Authorize(FacilitiesModule.Manage)]
internal sealed class NewClosureModel(FacilitiesDb db, HallScope scope, TimeProvider clock) : PageModel, IFormPage
{
    public sealed record InputModel
    {
        [Display(Name = "始まりの日")]
        [Required]
        public DateOnly? From { get; set; }

        [Display(Name = "終わりの日")]
        [Required]
        public DateOnly? To { get; set; }

        public OpeningPart Part { get; set; }

        [Display(Name = "種類")]
        [Required(ErrorMessage = "種類を選んでください")]
        public ClosureKind? Kind { get; set; }

        [Display(Name = "理由")]
        public string Reason { get; set; } = "";

        public bool Everywhere { get; set; }
    }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [FromRoute]
    public string No { get; set; } = "";

    public string HallName { get; private set; } = "";

    /// <summary>Who holds every hall may close them all at once.</summary>
    public bool MayCloseAll => scope.IsEverywhere;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        var closure = Closure.Announce(Input.Everywhere && MayCloseAll ? null : hall.Id, Input.Part, Input.From!.Value, Input.To!.Value, Input.Kind!.Value, Input.Reason);
        db.Closures.Add(closure);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{closure.Days()}の休館を保存しました。");
        return Redirect($"/staff/halls/{No}/closures/{closure.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.HallByNoAsync(No) is not { } hall)
        {
            return NotFound();
        }

        HallName = hall.NameOn(clock.Today());
        return null;
    }
}
