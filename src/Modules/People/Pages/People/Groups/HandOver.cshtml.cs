using Kominkan.People.Data;
using Kominkan.People.Pages.People.Staff;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Somebody else represents the group from today on.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class HandOverModel(PeopleDb db, PickPerson pick, TimeProvider clock) : GroupPage(db, clock), IAsksWho
{
    [BindProperty]
    public WhoInput Who { get; set; } = new();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var next = await pick.PickAsync(Who.Text, Who.PersonId);
        Group.HandOver(next.Id, Input.OldOneStays, Today, Now, Clerk);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "代表を交代しました。");
        return Redirect(Home);
    }

    public sealed class InputModel
    {
        public bool OldOneStays { get; set; } = true;
    }
}
