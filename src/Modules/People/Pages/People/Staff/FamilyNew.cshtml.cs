using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Puts somebody into a person's family; the first one makes it.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class FamilyNewModel(PeopleDb db, PickPerson pick, ICityRules rules, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock), IAsksWho
{
    [BindProperty]
    public WhoInput Who { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    protected override string What => "家族を加える";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var other = await pick.PickAsync(Who.Text, Who.PersonId);
        // Of several families the one with a sign-in is meant.
        var most = await rules.OnAsync(Family.Most, Today);
        var family = await Db.Families.Where(f => f.Members.Any(m => m.PersonId == Id)).OrderByDescending(f => f.AccountId != null).ThenBy(f => f.MadeAt).FirstOrDefaultAsync();
        if (family is null)
        {
            family = new Family(null, Now);
            family.Add(Id, most);
            Db.Families.Add(family);
        }

        family.Add(other.Id, most);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "家族を加えました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        await pick.SawAsync(User);
        return null;
    }
}
