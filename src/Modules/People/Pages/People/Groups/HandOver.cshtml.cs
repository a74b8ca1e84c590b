using Kominkan.People.Data;
using Kominkan.People.Pages.People.Staff;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Somebody else represents the group from today on.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class HandOverModel(PeopleDb db, PickPerson pick, IAudit audit, TimeProvider clock) : GroupPage(db, audit, clock), IAsksWho
{
    [BindProperty]
    public WhoInput Who { get; set; } = new();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    protected override string What => "代表を交代する";

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

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        await pick.SawAsync(User);
        return null;
    }

    public sealed class InputModel
    {
        public bool OldOneStays { get; set; } = true;
    }
}
