using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Privacy.Pages.Privacy.Staff;

/// <summary>Asks why, before everything about a person is put together.</summary>
[Authorize(PrivacyModule.Requests)]
internal sealed class AskModel(EverythingAbout everything, IAudit audit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        if (await everything.WhoAsync(Id, HttpContext.RequestAborted) is not { } person)
        {
            return NotFound();
        }

        await audit.SawAsync(new Sight(Act.View, "持っている情報を出す前の確認", [new(SubjectKinds.Person, person.Key.Id)]));
        Name = person.Name;
        return null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public IActionResult OnPost() => Reasons.Of(Reasons.Access, Input.Reason) is { } reason
        ? Redirect($"/staff/privacy/{Id}/data?reason={Uri.EscapeDataString(reason)}")
        : throw new RuleBroken("何のためかを選んでください。", "Input.Reason");

    public sealed class InputModel
    {
        [Display(Name = "何のために")]
        [StringLength(80)]
        public string? Reason { get; set; }
    }
}
