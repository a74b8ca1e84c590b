using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Two records side by side: which goes on, and which values stay.</summary>
[Authorize(PeopleModule.Merging)]
internal sealed class CompareModel(PeopleDb db, MergePeople merge, IAudit audit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    public Suspect Suspect { get; private set; } = null!;

    public Person Left { get; private set; } = null!;

    public Person Right { get; private set; } = null!;

    public IReadOnlyList<Choice> Records => [new(MergeInput.Left, $"{Left.Details.Name}（{Left.ShownNumber}）"), new(MergeInput.Right, $"{Right.Details.Name}（{Right.ShownNumber}）")];

    public async Task<IActionResult> OnGetAsync()
    {
        var result = await LoadAsync();
        if (result is null)
        {
            Input = new() { LeftVersion = Left.Version, RightVersion = Right.Version, Take = MergeInput.Different(Left.Details, Right.Details).ToDictionary(p => p.Key, p => MergeInput.Proposal(p, Left.Details, Right.Details)) };
        }

        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var chosen = Input.Chosen(Left.Details, Right.Details);
        var (kept, gone, version, other) = Input.Keep == MergeInput.Right ? (Right, Left, Input.RightVersion, Input.LeftVersion) : (Left, Right, Input.LeftVersion, Input.RightVersion);
        if (other != gone.Version)
        {
            throw new RuleBroken("ほかの人が先に変更しました。開き直して、もう一度くらべてください。");
        }

        await merge.MergeAsync(kept, gone, version, chosen, User.NameOf());
        Notice.Say(Response, "1つにまとめました。まちがいなら、一覧から取り消せます。");
        return Redirect($"/staff/people/{kept.Id}");
    }

    /// <summary>Who presses when somebody has decided already is told so.</summary>
    private IActionResult Gone()
    {
        if (!HttpMethods.IsPost(Request.Method))
        {
            return NotFound();
        }

        Notice.Say(Response, "この組は、もう決められています。");
        return Redirect("/staff/people/duplicates");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Suspects.SingleOrDefaultAsync(s => s.Id == Id && s.DifferentAt == null) is not { } suspect
            || await db.PersonAsync(suspect.FirstId) is not { State: PersonState.Active } left || await db.PersonAsync(suspect.SecondId) is not { State: PersonState.Active } right)
        {
            return Gone();
        }

        var act = HttpMethods.IsPost(Request.Method) && ModelState.IsValid ? Act.Change : Act.View;
        await audit.SawAsync(new Sight(act, "2つの記録をくらべる", [new(SubjectKinds.Person, left.Id), new(SubjectKinds.Person, right.Id)]) { Reason = Reveal.ForComparing }); // both are shown whole
        (Suspect, Left, Right) = (suspect, left, right);
        return null;
    }
}
