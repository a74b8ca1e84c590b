using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Privacy.Pages.Privacy.Staff;

/// <summary>Shows what would go, asks why and whether it was looked at, and erases it.</summary>
[Authorize(PrivacyModule.Requests)]
internal sealed class EraseModel(EverythingAbout everything, ErasePerson erase, IAudit audit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public PersonTraits Person { get; private set; } = null!;

    public IReadOnlyList<EverythingAbout.Part> Parts { get; private set; } = [];

    public async Task<IActionResult?> LoadAsync()
    {
        if (await everything.WhoAsync(Id, HttpContext.RequestAborted) is not { } person)
        {
            return NotFound();
        }

        await audit.SawAsync(new Sight(Act.View, "消去の確認", [new(SubjectKinds.Person, person.Key.Id)]));
        (Person, Parts) = (person, await everything.FindAsync(person, HttpContext.RequestAborted));
        return null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await everything.WhoAsync(Id, CancellationToken.None) is not { } person)
        {
            Notice.Say(Response, "この方の情報は、もう消去されています。");
            return Redirect("/staff/people");
        }

        if (Reasons.Of(Reasons.Erasure, Input.Reason) is not { } reason)
        {
            throw new RuleBroken("何のためかを選んでください。", "Input.Reason");
        }

        if (!Input.Checked)
        {
            throw new RuleBroken("本人確認をしてから、印を付けてください。", "Input.Checked");
        }

        await audit.SawAsync(new Sight(Act.Change, "消去", [new(SubjectKinds.Person, person.Key.Id)]) { Reason = reason });
        var by = Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : (Guid?)null;
        var count = await erase.EraseAsync(person, by, reason, CancellationToken.None);
        Notice.Say(Response, $"消去しました。{count}件の記録から、どなたか分かる情報がなくなりました。");
        return Redirect("/staff/people");
    }

    public sealed class InputModel
    {
        [Display(Name = "何のために")]
        [StringLength(80)]
        public string? Reason { get; set; }

        public bool Checked { get; set; }
    }
}
