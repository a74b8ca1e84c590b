using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Puts somebody on record, unless they are there already.</summary>
[Authorize(PeopleModule.Manage)]
internal sealed class NewModel(PeopleDb db, KeepPerson keep, Veils veils, IAudit audit, TimeProvider clock) : PersonForm(db)
{
    /// <summary>The clerk has looked at those alike: it is somebody else.</summary>
    [BindProperty]
    public bool Separate { get; set; }

    public IReadOnlyList<Person> Same { get; private set; } = [];

    public Veil Veil { get; private set; } = Veil.None;

    public DateOnly Today { get; } = clock.Today();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Fill)
        {
            return await FillAsync();
        }

        var details = PersonRules.Clean(Input.ToDetails());
        Same = [.. (await keep.SameAsync(
            Person.KeyOf(details.FamilyKana, details.GivenKana),
            Person.KeyOf(details.FamilyName, details.GivenName),
            details.Birth,
            [.. details.Phones.Select(JapaneseText.PhoneKey)],
            HttpContext.RequestAborted)).Select(s => s.Person)];
        if (Same.Count > 0 && !Separate)
        {
            throw new RuleBroken("同じ方かもしれない記録があります。別の方なら、印を付けて登録してください。", "Separate");
        }

        var person = await keep.AddAsync(details);
        await audit.SawAsync(Act.Change, "新しく登録する", person.Id);
        Notice.Say(Response, $"登録しました。番号は{person.ShownNumber}です。");
        return Redirect($"/staff/people/{person.Id}");
    }

    public override async Task<IActionResult?> LoadAsync()
    {
        if (Same.Count > 0)
        {
            Veil = await veils.OfAsync(User);
            await audit.SawAsync(Act.View, "新しく登録する", Same.Select(s => s.Id));
        }

        return null;
    }
}
