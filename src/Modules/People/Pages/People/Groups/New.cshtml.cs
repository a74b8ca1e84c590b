using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Pages.People.Staff;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>Registers a group with its representative.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class NewModel(PeopleDb db, PickPerson pick, TimeProvider clock) : PageModel, IFormPage, IAsksWho
{
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    [BindProperty]
    public WhoInput Who { get; set; } = new();

    public IReadOnlyList<FoundPerson> Candidates => pick.Candidates;

    public async Task<IActionResult> OnGetAsync(Guid? person)
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var today = clock.Today();
        (Input.ValidFrom, Input.ValidUntil) = (today, FiscalYear.Of(today.AddMonths(1)).LastDay);
        var number = await db.People.Where(p => p.Id == person && p.State == PersonState.Active).Select(p => (int?)p.Number).SingleOrDefaultAsync();
        Who.Text = number is { } n ? PersonNumber.Format(n) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var representative = await pick.PickAsync(Who.Text, Who.PersonId);
        var group = new Group(Input.ToDetails(clock.Today()), representative.Id, clock.Today(), clock.UtcNow(), User.NameOf());
        db.Groups.Add(group);
        await db.SaveChangesAsync();
        Notice.Say(Response, "団体を登録しました。会員を加えてください。");
        return Redirect($"/staff/groups/{group.Id}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        await pick.SawAsync(User);
        return null;
    }
}
