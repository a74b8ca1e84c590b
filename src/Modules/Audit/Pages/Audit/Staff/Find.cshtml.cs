using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Audit.Pages.Audit.Staff;

/// <summary>Turns a name into the id the audit knows. It is sent as a form, so that no name stands in an address.</summary>
[Authorize(AuditModule.Read)]
internal sealed class FindModel(IAudit audit, SubjectNames names) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null before anybody was looked for.</summary>
    public IReadOnlyList<One>? Found { get; private set; }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var found = await names.FindAsync(JapaneseText.Clean(Input.Text), cancellation);
        await audit.SawAsync(new Sight(Act.Search, "閲覧記録の人をさがす", found), cancellation);
        var known = await names.OfAsync(found.Select(s => (s.Kind, s.Id)), cancellation);
        Found = [.. found.Select(s => new One(s.Id, known[s.Id].Name, names.LabelOf(s.Kind), s.Kind == SubjectKinds.Account))];
        return Page();
    }

    public sealed class InputModel
    {
        [Display(Name = "氏名か番号")]
        [Required(ErrorMessage = "氏名か番号を入力してください")]
        [StringLength(60)]
        public string Text { get; set; } = "";
    }

    internal sealed record One(Guid Id, string Name, string Kind, bool IsAccount);
}
