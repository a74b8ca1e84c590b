using Kominkan.People.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Two people who only look alike: the pair is not asked about again.</summary>
[Authorize(PeopleModule.Merging)]
internal sealed class DifferentModel(PeopleDb db, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string First { get; private set; } = "";

    public string Second { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Suspects.SingleOrDefaultAsync(s => s.Id == Id && s.DifferentAt == null) is not { } suspect)
        {
            return NotFound();
        }

        suspect.AreDifferent(clock.UtcNow(), User.NameOf());
        await db.SaveChangesAsync();
        Notice.Say(Response, "別の方として扱います。");
        return Redirect("/staff/people/duplicates");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Suspects.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Id && s.DifferentAt == null) is not { } suspect)
        {
            return NotFound();
        }

        await audit.SawAsync(Act.View, "別の方にする", suspect.FirstId, suspect.SecondId);
        var names = await db.NamesAsync([suspect.FirstId, suspect.SecondId]);
        (First, Second) = (names[suspect.FirstId], names[suspect.SecondId]);
        return null;
    }
}
