using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Kominkan.People.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses.Pages.Courses.Staff;

/// <summary>The courses of the user's halls that take applications now, for somebody on record.</summary>
[Authorize(CoursesModule.Applications)]
internal sealed class ApplyForModel(CoursesDb db, IPeople people, IHallDirectory directory, IAudit audit, TimeProvider clock) : PageModel
{
    private const int Shown = 200;

    [FromRoute]
    public Guid Id { get; set; }

    public PersonCard Card { get; private set; } = null!;

    public IReadOnlyList<Course> Rows { get; private set; } = [];

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await people.FindAsync(Id) is not { } card)
        {
            return NotFound();
        }

        Card = card;
        await audit.SawAsync(new Sight(Act.View, "講座に申し込む", [new(SubjectKinds.Person, card.Id)]));
        var now = clock.UtcNow();
        Rows = await CourseFilter.InPhase(db.Courses.AsNoTracking(), Phase.Recruiting, now, clock.Today()).OrderBy(c => c.FirstDate).ThenBy(c => c.Id).Take(Shown).ToListAsync();
        Halls = await directory.GetAsync();
        return Page();
    }
}
