using Kominkan.People.Contracts;

namespace Kominkan.People.Domain;

internal enum PersonState
{
    Active,

    /// <summary>統合済み: another record goes on for it (<see cref="Person.MergedIntoId"/>); undone, it is active again.</summary>
    Merged,

    /// <summary>消去済み: nothing of the person is left but the id.</summary>
    Erased,
}

/// <summary>Somebody the city knows: resident, member, guardian, child. They belong to the city, not to a hall.</summary>
internal sealed class Person
{
    public const int KeyLength = 200;

    private readonly List<SearchTerm> terms = [];

    private Person()
    {
    }

    /// <exception cref="RuleBroken">The details break a rule; see <see cref="PersonRules"/>.</exception>
    public Person(int number, PersonDetails details, DateTime nowUtc)
    {
        (Id, Number, RegisteredAt) = (Guid.CreateVersion7(), number, nowUtc);
        Write(details, nowUtc);
    }

    public Guid Id { get; private set; }

    /// <summary>Unique and never given twice; shown with its check digit.</summary>
    public int Number { get; private set; }

    public PersonDetails Details { get; private set; } = new();

    public PersonState State { get; private set; }

    public Guid? MergedIntoId { get; private set; }

    /// <summary>Grows with every change; who saves over a newer one is told.</summary>
    public int Version { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>Folded kana of the whole name.</summary>
    public string KanaKey { get; private set; } = "";

    /// <summary>Folded name.</summary>
    public string NameKey { get; private set; } = "";

    public IReadOnlyList<SearchTerm> Terms => terms;

    public string ShownNumber => PersonNumber.Format(Number);

    /// <summary>Telephone numbers to compare.</summary>
    public IEnumerable<string> PhoneKeys => Details.Phones.Select(JapaneseText.PhoneKey).Where(k => k.Length > 0);

    /// <summary>What two spellings of a whole name share. One letter may fold to several (㍿), so the key is cut to its column.</summary>
    public static string KeyOf(string family, string given) => SearchTerm.Cut(JapaneseText.SearchKey(family + given), KeyLength);

    /// <exception cref="RuleBroken">Somebody else was faster, the record is no longer in use, or the details break a rule.</exception>
    public void Change(int formVersion, PersonDetails details, DateTime nowUtc)
    {
        if (State != PersonState.Active)
        {
            throw new RuleBroken("この記録は統合か消去がされていて、変えられません。");
        }

        if (formVersion != Version)
        {
            throw new RuleBroken("ほかの人が先に変更しました。開き直して、いまの内容を確かめてください。");
        }

        Write(details, nowUtc);
    }

    /// <summary>This record stops being used; <paramref name="kept"/> goes on for it.</summary>
    /// <exception cref="RuleBroken">One of them is not in use, or they are one.</exception>
    public void MergeInto(Person kept, DateTime nowUtc)
    {
        if (kept.Id == Id || State != PersonState.Active || kept.State != PersonState.Active)
        {
            throw new RuleBroken("統合できるのは、使われている2つの記録だけです。開き直してください。");
        }

        (State, MergedIntoId, ChangedAt) = (PersonState.Merged, kept.Id, nowUtc);
        Version++;
        Reindex();
    }

    /// <summary>Takes the merge back: the record is in use again, as it was.</summary>
    /// <exception cref="RuleBroken">It is not merged.</exception>
    public void Separate(DateTime nowUtc)
    {
        if (State != PersonState.Merged)
        {
            throw new RuleBroken("この記録は統合されていません。");
        }

        (State, MergedIntoId, ChangedAt) = (PersonState.Active, null, nowUtc);
        Version++;
        Reindex();
    }

    /// <summary>Blanks everything that tells who it was; the id and the number stay, so that links lead to nobody.</summary>
    public void Erase(DateTime nowUtc)
    {
        (Details, KanaKey, NameKey, State, MergedIntoId, ChangedAt) = (new(), "", "", PersonState.Erased, null, nowUtc);
        Version++;
        Reindex();
    }

    private void Write(PersonDetails details, DateTime nowUtc)
    {
        details = PersonRules.Clean(details);
        PersonRules.Check(details, DateOnly.FromDateTime(nowUtc.InJapan()));
        (Details, ChangedAt) = (details, nowUtc);
        (KanaKey, NameKey) = (KeyOf(details.FamilyKana, details.GivenKana), KeyOf(details.FamilyName, details.GivenName));
        Version++;
        Reindex();
    }

    /// <summary>Brings the search terms in line; those that stay are left alone.</summary>
    private void Reindex()
    {
        var wanted = SearchTerm.Of(this).ToDictionary(t => t.Term, StringComparer.Ordinal);
        terms.RemoveAll(t => !wanted.Remove(t.Term));
        terms.AddRange(wanted.Values);
    }
}
