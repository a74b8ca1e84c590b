using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Takes a merge back.</summary>
[Authorize(PeopleModule.Merging)]
internal sealed class MergeUndoModel(PeopleDb db, MergePeople merging, IAudit audit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Merge Merge { get; private set; } = null!;

    public Person Kept { get; private set; } = null!;

    public Person Gone { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        await merging.UndoAsync(Merge, Kept, Gone, User.NameOf());
        Notice.Say(Response, "統合を取り消しました。");
        return Redirect($"/staff/people/{Gone.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Merges.SingleOrDefaultAsync(m => m.Id == Id) is not { } merge)
        {
            return NotFound();
        }

        await audit.SawAsync(HttpMethods.IsPost(Request.Method) && ModelState.IsValid ? Act.Change : Act.View, "統合を取り消す", merge.KeptId, merge.GoneId);
        (Merge, Kept, Gone) = (merge, (await db.PersonAsync(merge.KeptId))!, (await db.PersonAsync(merge.GoneId))!);
        return null;
    }
}
