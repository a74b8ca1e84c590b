namespace Kominkan.People.Domain;

/// <summary>Why two records may be one person's. The strongest first.</summary>
internal enum SuspectReason
{
    KanaAndBirth,
    KanaAndPhone,
    NameAndPhone,

    /// <summary>A clerk says so.</summary>
    Told,
}

/// <summary>Two records that may be one person's, until somebody who knows decides. The lower number comes first.</summary>
internal sealed class Suspect
{
    private Suspect()
    {
    }

    public Suspect(Person one, Person other, SuspectReason reason, DateTime nowUtc)
    {
        (FirstId, SecondId) = one.Number < other.Number ? (one.Id, other.Id) : (other.Id, one.Id);
        (Reason, FoundAt) = (reason, nowUtc);
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid FirstId { get; private init; }

    public Guid SecondId { get; private init; }

    public SuspectReason Reason { get; private init; }

    public DateTime FoundAt { get; private init; }

    /// <summary>When somebody said they are two people: it is not asked again.</summary>
    public DateTime? DifferentAt { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public void AreDifferent(DateTime nowUtc, string by) => (DifferentAt, DecidedBy) = (nowUtc, by);

    /// <summary>Why two records look alike, or null.</summary>
    public static SuspectReason? Compare(string kanaKey, string nameKey, DateOnly? birth, IReadOnlyCollection<string> phones, string otherKana, string otherName, DateOnly? otherBirth, IEnumerable<string> otherPhones)
    {
        var sameKana = kanaKey.Length > 0 && kanaKey == otherKana;
        if (sameKana && birth is not null && birth == otherBirth)
        {
            return SuspectReason.KanaAndBirth;
        }

        return !otherPhones.Any(phones.Contains) ? null
            : sameKana ? SuspectReason.KanaAndPhone
            : nameKey.Length > 0 && nameKey == otherName ? SuspectReason.NameAndPhone
            : null;
    }
}
