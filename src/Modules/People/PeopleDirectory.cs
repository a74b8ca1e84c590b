using System.Security.Claims;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Answers modules above.</summary>
internal sealed class PeopleDirectory(PeopleDb db, KeepPerson keep, Veils veils) : IPeople
{
    public async Task<PersonCard?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        await db.SurvivorAsync(id, cancellation) is { } survivor
        && await db.People.AsNoTracking().SingleAsync(p => p.Id == survivor, cancellation) is { State: PersonState.Active } person ? await CardAsync(person, cancellation) : null;

    public async Task<PersonCard?> FindSeenAsync(ClaimsPrincipal viewer, Guid id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) is { } card ? card with { Details = (await veils.OfAsync(viewer, card.Id, cancellation)).Over(card.Details) } : null;

    public async Task<IReadOnlyList<PersonCard>> FindSameAsync(ClaimsPrincipal viewer, string kana, DateOnly? birth, string phone, CancellationToken cancellation = default)
    {
        var phoneKey = JapaneseText.PhoneKey(phone);
        var (veil, cards) = (await veils.OfAsync(viewer), new List<PersonCard>());
        foreach (var (person, _) in await keep.SameAsync(JapaneseText.SearchKey(kana), "", birth, phoneKey.Length == 0 ? [] : [phoneKey], cancellation))
        {
            var card = await CardAsync(person, cancellation);
            cards.Add(card with { Details = veil.Over(card.Details) });
        }

        return cards;
    }

    public async Task<Guid> RegisterAsync(PersonDetails details, CancellationToken cancellation = default) => (await keep.AddAsync(details, cancellation)).Id;

    private async Task<PersonCard> CardAsync(Person person, CancellationToken cancellation) =>
        new(person.Id, person.ShownNumber, person.Details, await db.KeyAsync(person.Id, cancellation));
}
