using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Puts a person on record and keeps the record: the number, and who looks like the same person.</summary>
internal class KeepPerson(PeopleDb db, TimeProvider clock)
{
    /// <exception cref="RuleBroken">The details break a rule.</exception>
    public async Task<Person> AddAsync(PersonDetails details, CancellationToken cancellation = default)
    {
        var person = new Person(await NextNumberAsync(1, cancellation), details, clock.UtcNow());
        db.People.Add(person);
        await db.SaveChangesAsync(cancellation);
        await LookForSameAsync(person, cancellation);
        return person;
    }

    /// <exception cref="RuleBroken">Somebody else was faster, or the details break a rule.</exception>
    public async Task ChangeAsync(Person person, int version, PersonDetails details, CancellationToken cancellation = default)
    {
        person.Change(version, details, clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
        await LookForSameAsync(person, cancellation);
    }

    /// <summary>The first of so many numbers that nobody else gets; a test switches the row's lock off.</summary>
    public virtual async Task<int> NextNumberAsync(int count, CancellationToken cancellation)
    {
        // The update holds the row until the transaction ends; what is read after it is ours.
        await db.Series.Where(s => s.Key == PersonNumber.Series).ExecuteUpdateAsync(u => u.SetProperty(s => s.Next, s => s.Next + count), cancellation);
        return await db.Series.Where(s => s.Key == PersonNumber.Series).Select(s => s.Next).SingleAsync(cancellation) - count;
    }

    /// <summary>Writes down who may be the same person, and forgets suspicions that have lost their ground.</summary>
    public async Task LookForSameAsync(Person person, CancellationToken cancellation)
    {
        var same = person.State == PersonState.Active ? await SameAsync(person.KanaKey, person.NameKey, person.Details.Birth, [.. person.PhoneKeys], cancellation) : [];
        var known = await db.Suspects.Where(s => s.FirstId == person.Id || s.SecondId == person.Id).ToListAsync(cancellation);
        Guid Other(Suspect s) => s.FirstId == person.Id ? s.SecondId : s.FirstId;
        db.Suspects.RemoveRange(known.Where(s => s.DifferentAt is null && (person.State != PersonState.Active || (s.Reason != SuspectReason.Told && same.All(o => o.Person.Id != Other(s))))));
        foreach (var (other, reason) in same.Where(o => o.Person.Id != person.Id && known.All(s => Other(s) != o.Person.Id)))
        {
            db.Suspects.Add(new Suspect(person, other, reason, clock.UtcNow()));
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Active people who look like this one, the person's own record among them.</summary>
    public async Task<IReadOnlyList<(Person Person, SuspectReason Reason)>> SameAsync(string kanaKey, string nameKey, DateOnly? birth, IReadOnlyCollection<string> phones, CancellationToken cancellation)
    {
        var alike = await db.People.AsNoTracking()
            .Where(p => p.State == PersonState.Active && ((kanaKey != "" && p.KanaKey == kanaKey) || (nameKey != "" && p.NameKey == nameKey))).ToListAsync(cancellation);
        return [.. from other in alike
                   let reason = Suspect.Compare(kanaKey, nameKey, birth, phones, other.KanaKey, other.NameKey, other.Details.Birth, other.PhoneKeys)
                   where reason is not null
                   select (other, reason.Value)];
    }
}
