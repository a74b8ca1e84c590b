using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>
/// Finds people from one box: name, kana, telephone, number or mail, each from its beginning and folded. Several words
/// must all fit. Every word is one range of the index of <see cref="SearchTerm"/>.
/// </summary>
internal sealed class FindPeople(PeopleDb db)
{
    public const int Size = 50;

    /// <summary>Who finds more has to type more.</summary>
    public const int Most = 1000;

    /// <summary>People of a word that fewer share are listed faster than the other word's are asked one by one.</summary>
    private const int Common = 100_000;

    /// <summary>So many of a telephone number's last digits are a term of their own (<see cref="SearchTerm"/>).</summary>
    private const int Last = 4;
    private const int WholeNumber = 10;
    private const int MostWords = 5;
    private const string EndOfRange = "\U0010FFFF";

    public async Task<Found> FindAsync(string? box, int page, CancellationToken cancellation = default)
    {
        var words = Words(box);
        if (words.Count == 0)
        {
            return Found.Nothing;
        }

        // A person may be met by two terms; the order of the terms is the order of the list.
        var numbers = (await (await MatchAsync(words, cancellation)).OrderBy(t => t.Term).ThenBy(t => t.PersonNumber).Select(t => t.PersonNumber).Take(2 * Most).ToListAsync(cancellation)).Distinct().Take(Most + 1).ToList();
        var count = Math.Min(numbers.Count, Most);
        page = Math.Clamp(page, 1, Math.Max(1, (count + Size - 1) / Size));
        var shown = numbers.Take(Most).Skip((page - 1) * Size).Take(Size).ToList();
        var rows = await db.People.AsNoTracking().Where(p => shown.Contains(p.Number)).Select(p => new FoundPerson(p.Id, p.Number, p.Details, p.State)).ToListAsync(cancellation);
        return new Found([.. rows.OrderBy(r => shown.IndexOf(r.Number))], count, numbers.Count > Most, page);
    }

    /// <summary>Terms of the people who fit all the words; those of the rarest word.</summary>
    internal async Task<IQueryable<SearchTerm>> MatchAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var counted = new List<(string Word, int Count)>();
        foreach (var word in words)
        {
            counted.Add((word, words.Count == 1 ? 0 : await Beginning(word).Take(Common).CountAsync(cancellation)));
        }

        var ordered = counted.OrderBy(c => c.Count).ThenByDescending(c => c.Word.Length).ToList();
        return ordered.Skip(1).Aggregate(Beginning(ordered[0].Word), (terms, other) => other.Count >= Common && ordered[0].Count < Common ? Also(terms, other.Word) : Among(terms, other.Word));
    }

    /// <summary>For a word of some ten thousand: its people are listed once. + 0 keeps SQLite from walking them through their other index.</summary>
    private IQueryable<SearchTerm> Among(IQueryable<SearchTerm> terms, string word) =>
        terms.Where(t => Beginning(word).Select(o => o.PersonNumber).Contains(t.PersonNumber + 0));

    /// <summary>For a word half the city has (090), beside one that few have: each of these few is asked for it.</summary>
    private IQueryable<SearchTerm> Also(IQueryable<SearchTerm> terms, string word) =>
        terms.Where(t => Beginning(word).Any(o => o.PersonNumber == t.PersonNumber));

    /// <summary>What is looked for: telephone numbers keep together whatever stands between their digits.</summary>
    internal static IReadOnlyList<string> Words(string? box)
    {
        var text = JapaneseText.Narrow(JapaneseText.Clean(box));
        if (text.Length > 0 && text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || "+()-‐‑–—−ー.".Contains(c, StringComparison.Ordinal)))
        {
            return JapaneseText.PhoneKey(text) is { Length: > 0 } number ? [SearchTerm.Cut(number, SearchTerm.MaxLength)] : [];
        }

        return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords)
            .Select(w => JapaneseText.PhoneKey(w) is { Length: > 4 } phone && w.All(c => char.IsAsciiDigit(c) || "+()-".Contains(c, StringComparison.Ordinal)) ? phone : JapaneseText.SearchKey(w))
            .Select(w => SearchTerm.Cut(w, SearchTerm.MaxLength)).Where(w => w.Length > 0).Distinct()];
    }

    private IQueryable<SearchTerm> Beginning(string word)
    {
        var end = word + EndOfRange;
#pragma warning disable CA1309 // the database compares, by bytes
        var beginning = db.Terms.Where(t => string.Compare(t.Term, word) >= 0 && string.Compare(t.Term, end) < 0);
        if (word.Length is <= Last or >= WholeNumber || !word.All(char.IsAsciiDigit))
        {
            return beginning;
        }

        // The end of a telephone number, as it is read out without what everybody's begins with. Joined, not "or": each has its own range of the index.
        var last = word[^Last..];
        return beginning.Concat(db.Terms.Where(t => t.Term == last && db.Terms.Any(o => o.PersonNumber == t.PersonNumber && o.Term.EndsWith(word))));
#pragma warning restore CA1309
    }
}

/// <param name="Count">How many were found, no more than <see cref="FindPeople.Most"/>.</param>
/// <param name="IsCut">There are more.</param>
internal sealed record Found(IReadOnlyList<FoundPerson> Rows, int Count, bool IsCut, int Page)
{
    public static readonly Found Nothing = new([], 0, false, 1);

    public int Pages => (Count + FindPeople.Size - 1) / FindPeople.Size;
}

internal sealed record FoundPerson(Guid Id, int Number, PersonDetails Details, PersonState State);
