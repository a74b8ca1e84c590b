using System.Runtime.CompilerServices;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>What must hold of people and groups.</summary>
internal sealed class PeopleInvariants(PeopleDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return await KeysAsync(cancellation);
        yield return await ChainsAsync(cancellation);
        yield return new("人の番号は、次に渡す番号より小さい", await db.People.LongCountAsync(p => p.Number >= db.Series.Single(s => s.Key == PersonNumber.Series).Next, cancellation));
        yield return new("消去した人の記録は空である", await db.People.LongCountAsync(p => p.State == PersonState.Erased && (p.KanaKey != "" || p.NameKey != "" || p.Details.FamilyName != "" || p.Details.Phone != "" || p.Details.Mail != "" || p.Terms.Any()), cancellation));
        yield return new("同じ方かもしれない組は、使われている記録どうしである", await db.Suspects.LongCountAsync(s => s.DifferentAt == null
            && db.People.Count(p => (p.Id == s.FirstId || p.Id == s.SecondId) && p.State == PersonState.Active) != 2, cancellation));
        yield return new("団体の代表者は1人である", await db.Groups.LongCountAsync(g => g.Members.Count(m => m.LeftOn == null && m.Role == GroupRole.Representative) != 1, cancellation));
        yield return new("アカウントのある家族には持ち主が1人いる", await db.Families.LongCountAsync(f => f.AccountId != null && f.Members.Count(m => m.IsHolder) != 1, cancellation));
    }

    /// <summary>Search terms and folded keys, computed again from what is on record.</summary>
    private async Task<Invariant> KeysAsync(CancellationToken cancellation)
    {
        long wrong = 0;
        string? example = null;
        await foreach (var person in db.People.AsNoTracking().Include(p => p.Terms).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var expected = SearchTerm.Of(person).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
            var erased = person.State == PersonState.Erased;
            if (!expected.SetEquals(person.Terms.Select(t => t.Term))
                || (!erased && person.KanaKey != Person.KeyOf(person.Details.FamilyKana, person.Details.GivenKana))
                || (!erased && person.NameKey != Person.KeyOf(person.Details.FamilyName, person.Details.GivenName)))
            {
                wrong++;
                example ??= PersonNumber.Format(person.Number);
            }
        }

        return new Invariant("さがすための言葉は、記録から作り直したものと同じである", wrong, example);
    }

    /// <summary>Every merge leads to a record in use or erased, in a finite number of steps.</summary>
    private async Task<Invariant> ChainsAsync(CancellationToken cancellation)
    {
        var people = await db.People.AsNoTracking().Where(p => p.State == PersonState.Merged || p.MergedIntoId != null).Select(p => new { p.Id, p.Number, p.State, p.MergedIntoId }).ToDictionaryAsync(p => p.Id, cancellation);
        var wrong = people.Values.Where(p =>
        {
            var seen = new HashSet<Guid>();
            var at = p;
            while (seen.Add(at.Id) && at.State == PersonState.Merged && at.MergedIntoId is { } next)
            {
                if (!people.TryGetValue(next, out var into))
                {
                    return false;
                }

                at = into;
            }

            return true;
        }).ToList();
        return new Invariant("統合した記録は、使われている記録にたどり着く", wrong.Count, wrong.Count == 0 ? null : PersonNumber.Format(wrong[0].Number));
    }
}
