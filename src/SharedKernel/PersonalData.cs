namespace Kominkan.SharedKernel;

/// <summary>
/// Everything a module holds about a person, and the way to have it gone. Whatever has a column for a name, a number or an
/// address of a resident is found by one of these; a test plants a person in each and looks for the bytes afterwards.
/// </summary>
public interface IPersonalData
{
    /// <summary>Stable name of the module in the list of erasures: <c>courses</c>.</summary>
    string Key { get; }

    /// <summary>The heading over its records, in Japanese.</summary>
    string Title { get; }

    /// <summary>Every record about the person, in any hall.</summary>
    Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default);

    /// <summary>
    /// Blanks or deletes these records in the running transaction. It is also asked again after an older backup was put
    /// back: records that are gone or blank already do no harm.
    /// </summary>
    Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default);
}

/// <param name="Id">What <see cref="IPersonalData.EraseAsync"/> is given; empty where there is nothing to erase, as in the audit.</param>
/// <param name="Kind">What it is, in Japanese: 講座の申し込み.</param>
/// <param name="Fields">Names in Japanese, and values as the person may read them.</param>
/// <param name="Subject">What others know it by, where that is not its own id: the application of somebody's place.</param>
public sealed record PersonalRecord(Guid Id, string Kind, IReadOnlyList<PersonalField> Fields, Guid? Subject = null)
{
    /// <summary>A mail address that is theirs by this record: what other modules sent there is theirs too. Null where there is none.</summary>
    public string? Mail { get; init; }
}

public sealed record PersonalField(string Name, string Value);

/// <summary>By what records that are not linked are recognised as a person's.</summary>
/// <param name="Key">Ids of their record and of those merged into it.</param>
/// <param name="Name">Of the record that goes on.</param>
/// <param name="Accounts">Accounts of which they are the holder.</param>
public sealed record PersonTraits(PersonKey Key, string Name, IReadOnlyList<Guid> Accounts)
{
    /// <summary>Names on their record and on those merged into it, as written.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Folded kana of the whole names.</summary>
    public IReadOnlyList<string> KanaKeys { get; init; } = [];

    public IReadOnlyList<DateOnly> Births { get; init; } = [];

    /// <summary>Digits of their telephone numbers.</summary>
    public IReadOnlyList<string> PhoneKeys { get; init; } = [];

    /// <summary>Mail addresses as written.</summary>
    public IReadOnlyList<string> Mails { get; init; } = [];

    /// <summary>Those of the mail addresses and telephone numbers that somebody else on record has as well: what was sent there may be the other's.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Records of other modules that are the person's: what tells of them, in the person's name, is theirs too.</summary>
    public IReadOnlyList<Guid> Subjects { get; init; } = [];

    /// <summary>The same kana, with the birth date or a telephone number.</summary>
    public bool IsSame(string kanaKey, DateOnly? birth, string phoneKey) =>
        KanaKeys.Contains(kanaKey) && ((birth is { } day && Births.Contains(day)) || PhoneKeys.Contains(phoneKey));
}

/// <summary>Where a person's traits come from; the People module answers.</summary>
public interface IPersonTraits
{
    /// <summary>Null when there is no such person, or nothing is left of them.</summary>
    Task<PersonTraits?> FindAsync(Guid person, CancellationToken cancellation = default);

    /// <summary>The same person, to whom these mail addresses belong as well; which contacts they share is told anew.</summary>
    Task<PersonTraits> WithMailsAsync(PersonTraits person, IEnumerable<string> mails, CancellationToken cancellation = default);

    /// <summary>Those of the accounts that belong to somebody on record: they are kept as long as the record is.</summary>
    Task<IReadOnlyCollection<Guid>> HeldAsync(IReadOnlyCollection<Guid> accounts, CancellationToken cancellation = default);
}

/// <summary>A class of data the city keeps for so long and no longer. How long is a rule with dates of validity; this is the proposal.</summary>
public interface IRetention
{
    /// <summary>Stable: <c>audit.entries</c>.</summary>
    string Key { get; }

    /// <summary>What it is, in Japanese.</summary>
    string Label { get; }

    /// <summary>Proposed months to keep it.</summary>
    int Months { get; }

    /// <summary>How many records the next run would let go of.</summary>
    Task<int> CountAsync(DateTime before, CancellationToken cancellation = default);

    /// <summary>Lets go of everything older; a second run finds nothing.</summary>
    Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default);
}
