using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Says who answers for a child.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class GuardianNewModel(PeopleDb db, PickPerson pick, IAudit audit, TimeProvider clock) : PersonPage(db, audit, clock), IAsksWho
{
    [BindProperty]
    public WhoInput Who { get; set; } = new();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    protected override string What => "保護者を加える";

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var guardian = await pick.PickAsync(Who.Text, Who.PersonId);
        if (await Db.Guardianships.AnyAsync(g => g.ChildId == Id && g.GuardianId == guardian.Id && g.Until == null))
        {
            throw new RuleBroken("この方は、もう保護者になっています。", "Who.Text");
        }

        Db.Guardianships.Add(Guardianship.Of(Person, guardian, Input.Relation, Today));
        await Db.SaveChangesAsync();
        Notice.Say(Response, "保護者を加えました。");
        return Redirect(Home);
    }

    protected override async Task<IActionResult?> LoadMoreAsync()
    {
        await pick.SawAsync(User);
        return null;
    }

    public sealed class InputModel
    {
        [Display(Name = "続柄")]
        [Required]
        [StringLength(20)]
        public string Relation { get; set; } = "";
    }
}
