using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Import;

/// <summary>Everybody on record by what tells them apart, held in memory while a file is read.</summary>
internal sealed class KnownPeople
{
    private readonly Dictionary<string, List<Known>> byKana = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Known>> byName = new(StringComparer.Ordinal);

    private KnownPeople()
    {
    }

    /// <param name="Number">0 for somebody of the file itself, who has none yet.</param>
    /// <param name="Row">The row of the file, for those.</param>
    public sealed record Known(int Number, int Row, string KanaKey, string NameKey, DateOnly? Birth, IReadOnlyList<string> Phones);

    public static async Task<KnownPeople> ReadAsync(PeopleDb db, CancellationToken cancellation)
    {
        var known = new KnownPeople();
        var people = db.People.AsNoTracking().Where(p => p.State == PersonState.Active)
            .Select(p => new { p.Number, p.KanaKey, p.NameKey, p.Details.Birth, p.Details.Phone, p.Details.Phone2, p.Details.Phone3 }).AsAsyncEnumerable();
        await foreach (var p in people.WithCancellation(cancellation))
        {
            known.Add(new Known(p.Number, 0, p.KanaKey, p.NameKey, p.Birth, Keys(p.Phone, p.Phone2, p.Phone3)));
        }

        return known;
    }

    public static Known Of(PersonDetails d, int row) => new(
        0, row, Person.KeyOf(d.FamilyKana, d.GivenKana), Person.KeyOf(d.FamilyName, d.GivenName), d.Birth, Keys(d.Phone, d.Phone2, d.Phone3));

    public void Add(Known person)
    {
        Put(byKana, person.KanaKey, person);
        Put(byName, person.NameKey, person);
    }

    /// <summary>Who is the same person for all that can be told; those with neither birth date nor telephone by both names.</summary>
    public IReadOnlyList<Known> Same(Known asked)
    {
        var bare = asked.Birth is null && asked.Phones.Count == 0;
        return [.. Alike(asked).Where(k => Suspect.Compare(asked.KanaKey, asked.NameKey, asked.Birth, [.. asked.Phones], k.KanaKey, k.NameKey, k.Birth, k.Phones) is not null
            || (bare && k.KanaKey == asked.KanaKey && k.NameKey == asked.NameKey))];
    }

    /// <summary>Who has the same kana, and may be somebody else.</summary>
    public IReadOnlyList<Known> Namesakes(Known asked) => asked.KanaKey.Length == 0 ? [] : byKana.GetValueOrDefault(asked.KanaKey, []);

    private IEnumerable<Known> Alike(Known asked) =>
        Namesakes(asked).Concat(asked.NameKey.Length == 0 ? [] : byName.GetValueOrDefault(asked.NameKey, [])).Distinct();

    private static void Put(Dictionary<string, List<Known>> index, string key, Known person)
    {
        if (key.Length > 0)
        {
            (index.TryGetValue(key, out var list) ? list : index[key] = []).Add(person);
        }
    }

    private static IReadOnlyList<string> Keys(params string[] phones) => [.. phones.Select(JapaneseText.PhoneKey).Where(k => k.Length > 0)];
}
