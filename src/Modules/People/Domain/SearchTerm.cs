namespace Kominkan.People.Domain;

/// <summary>A folded word under which a person is found; what somebody types is compared with its beginning.</summary>
internal sealed class SearchTerm
{
    public const int MaxLength = 100;

    private SearchTerm()
    {
    }

    private SearchTerm(string term, int personNumber) => (Term, PersonNumber) = (term, personNumber);

    public string Term { get; private init; } = "";

    /// <summary>The person by their number: four bytes in the index instead of an id's sixteen.</summary>
    public int PersonNumber { get; private init; }

    /// <summary>
    /// Every word under which the person is looked for: whole name and given name, each part of a Latin name, kana alike,
    /// telephone numbers and their last four digits, mail, number.
    /// </summary>
    public static IEnumerable<SearchTerm> Of(Person person) =>
        Words(person).Select(w => Cut(w, MaxLength)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Select(w => new SearchTerm(w, person.Number));

    /// <summary>At most so many characters, and no half of one.</summary>
    public static string Cut(string word, int length) => word.Length <= length ? word : word[..(char.IsHighSurrogate(word[length - 1]) ? length - 1 : length)];

    private static IEnumerable<string> Words(Person person)
    {
        if (person.State == PersonState.Erased)
        {
            yield break;
        }

        yield return Domain.PersonNumber.Digits(person.Number);
        if (person.State == PersonState.Merged)
        {
            yield break;
        }

        var d = person.Details;
        foreach (var text in new[] { d.FamilyName + d.GivenName, d.GivenName, d.FamilyKana + d.GivenKana, d.GivenKana, d.Mail })
        {
            yield return JapaneseText.SearchKey(text);
        }

        // A Latin name is looked for by any of its parts.
        foreach (var name in new[] { d.CardName, d.Alias, d.FamilyName })
        {
            yield return name == d.FamilyName ? "" : JapaneseText.SearchKey(name);
            foreach (var part in name.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries).Skip(name == d.FamilyName ? 1 : 0))
            {
                yield return JapaneseText.SearchKey(part);
            }
        }

        foreach (var phone in d.Phones.Select(JapaneseText.PhoneKey))
        {
            yield return phone;
            yield return phone.Length > 4 ? phone[^4..] : "";
        }
    }
}
