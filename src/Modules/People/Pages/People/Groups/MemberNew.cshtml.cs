using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Pages.People.Staff;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Puts members on the roster, one after another.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class MemberNewModel(PeopleDb db, PickPerson pick, IAudit audit, TimeProvider clock) : GroupPage(db, audit, clock), IAsksWho
{
    [BindProperty]
    public WhoInput Who { get; set; } = new();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    protected override string What => "会員を加える";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var person = await pick.PickAsync(Who.Text, Who.PersonId);
        Group.Join(person.Id, Input.Role, Today);
        await Db.SaveChangesAsync();
        Notice.Say(Response, "名簿に加えました。つづけて加えられます。");
        return Redirect($"{Home}/members/new");
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        await pick.SawAsync(User);
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "役")]
        public GroupRole Role { get; set; } = GroupRole.Member;
    }
}
