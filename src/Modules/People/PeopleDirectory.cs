using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Answers modules above.</summary>
internal sealed class PeopleDirectory(PeopleDb db, KeepPerson keep) : IPeople
{
    public async Task<PersonCard?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await db.SurvivorAsync(id, cancellation) is { } survivor
        && await db.People.AsNoTracking().SingleAsync(p => p.Id == survivor, cancellation) is { State: PersonState.Active } person ? await CardAsync(person, cancellation) : null;

    public async Task<IReadOnlyList<PersonCard>> FindSameAsync(string kana, DateOnly? birth, string phone, CancellationToken cancellation = default)
    {
        var phoneKey = JapaneseText.PhoneKey(phone);
        var cards = new List<PersonCard>();
        foreach (var (person, _) in await keep.SameAsync(JapaneseText.SearchKey(kana), "", birth, phoneKey.Length == 0 ? [] : [phoneKey], cancellation))
        {
            cards.Add(await CardAsync(person, cancellation));
        }

        return cards;
    }

    public async Task<Guid> RegisterAsync(PersonDetails details, CancellationToken cancellation = default) => (await keep.AddAsync(details, cancellation)).Id;

    private async Task<PersonCard> CardAsync(Person person, CancellationToken cancellation) =>
        new(person.Id, person.ShownNumber, person.Details, await db.KeyAsync(person.Id, cancellation));
}
