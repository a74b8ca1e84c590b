using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Corrects what is known of somebody; who saves over a newer version is told.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class EditModel(PeopleDb db, KeepPerson keep, Veils veils, IAudit audit) : PersonForm(db)
{
    [FromRoute]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if ((await veils.OfAsync(User, Id)).Hides && await Db.PersonAsync(Id) is not null)
        {
            return Redirect($"/staff/people/{Id}/reveal?edit=true"); // the form would show what is hidden
        }

        var result = await LoadAsync();
        if (result is null)
        {
            var person = await Db.People.AsNoTracking().SingleAsync(p => p.Id == Id);
            Input = PersonInput.From(person.Details, person.Version);
        }

        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Fill)
        {
            return await FillAsync();
        }

        if (await Db.PersonAsync(Id) is not { } person)
        {
            return NotFound();
        }

        await audit.SawAsync(Act.Change, "記録を直す", Id);
        await keep.ChangeAsync(person, Input.Version, (await veils.OfAsync(User, Id)).Keep(person.Details, Input.ToDetails()));
        Notice.Say(Response, "保存しました。");
        return Redirect($"/staff/people/{Id}");
    }

    public override async Task<IActionResult?> LoadAsync()
    {
        if (await Db.People.AsNoTracking().Where(p => p.Id == Id && p.State == PersonState.Active).Select(p => p.Details).SingleOrDefaultAsync() is not { } details)
        {
            return NotFound();
        }

        Name = details.Name;
        await audit.SawAsync(Act.View, "記録を直す", Id);
        return null;
    }
}
