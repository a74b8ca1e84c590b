using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>A clerk knows of a second record of the same person; who may merge decides.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class SameModel(PeopleDb db, PickPerson pick, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock), IAsksWho
{
    [BindProperty]
    public WhoInput Who { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    protected override string What => "同じ方の記録を知らせる";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var other = await pick.PickAsync(Who.Text, Who.PersonId);
        if (other.Id == Id)
        {
            throw new RuleBroken("この方の記録そのものです。もう1つの記録を選んでください。", "Who.Text");
        }

        if (!await Db.Suspects.AnyAsync(s => (s.FirstId == Id && s.SecondId == other.Id) || (s.FirstId == other.Id && s.SecondId == Id)))
        {
            Db.Suspects.Add(new Suspect(Person, other, SuspectReason.Told, Now));
            await Db.SaveChangesAsync();
        }

        Notice.Say(Response, "知らせました。まとめるかどうかは、館長か本部が決めます。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        await pick.SawAsync(User);
        return null;
    }
}
