using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>The one screen of a person: what is known, and what every module brings.</summary>
[Authorize(PeopleModule.Find)]
internal sealed class PersonModel(PeopleDb db, IEnumerable<IPersonPanel> panels, IGrants grants, Veils veils, IAudit audit, TimeProvider clock) : PageModel
{
    private readonly HashSet<string> held = [];

    [FromRoute]
    public Guid Id { get; set; }

    public Person Person { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public PersonDetails Details { get; private set; } = null!;

    public Veil Veil { get; private set; } = Veil.None;

    public IReadOnlyList<Suspect> Suspects { get; private set; } = [];

    public IReadOnlyList<(string Title, PersonPanel Panel)> Panels { get; private set; } = [];

    public bool May(string permission) => held.Contains(permission);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, cancellation) is not { State: not PersonState.Erased } person)
        {
            return NotFound();
        }

        if (person.State == PersonState.Merged)
        {
            return await db.SurvivorAsync(Id, cancellation) is { } survivor ? Redirect($"/staff/people/{survivor}") : NotFound();
        }

        (Person, Veil) = (person, await veils.OfAsync(User, Id, cancellation));
        Details = Veil.Over(person.Details);
        await audit.SawAsync(Act.View, "人の記録", Id);
        Suspects = await db.Suspects.AsNoTracking().Where(s => s.DifferentAt == null && (s.FirstId == Id || s.SecondId == Id)).ToListAsync(cancellation);
        var key = await db.KeyAsync(Id, cancellation);
        var loaded = new List<(string, PersonPanel)>();
        foreach (var panel in panels.OrderBy(p => p.Order))
        {
            if (panel.Permission is null || await HoldsAsync(panel.Permission))
            {
                loaded.Add((panel.Title, await panel.LoadAsync(key, cancellation)));
            }
        }

        Panels = loaded;
        foreach (var permission in loaded.SelectMany(p => p.Item2.Actions.Concat(p.Item2.Rows.Select(r => r.Action).OfType<PersonPanelAction>())).Select(a => a.Permission).Concat([PeopleModule.Manage, PeopleModule.Merging]).Distinct())
        {
            await HoldsAsync(permission);
        }

        return Page();
    }

    private async Task<bool> HoldsAsync(string permission)
    {
        var holds = !(await grants.HallsWhereAsync(User, permission)).IsEmpty;
        _ = holds && held.Add(permission);
        return holds;
    }
}
