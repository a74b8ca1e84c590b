namespace Kominkan.Audit.Domain;

/// <summary>One sight of personal data. Rows are only ever added, until they are as old as the retention table says.</summary>
internal sealed class Entry
{
    private Entry()
    {
    }

    public Entry(DateTime at, Guid? accountId, string accountName, Guid? fromHallId, string path, Sight sight)
    {
        (Id, At, AccountId, AccountName, FromHallId) = (Guid.CreateVersion7(new DateTimeOffset(at)), at, accountId, accountName, fromHallId);
        (Act, What, HallId, Reason, Path) = (sight.Act, Cut(sight.What, 80), sight.HallId, sight.Reason is null ? null : Cut(sight.Reason, 80), Cut(path, 200));
        Subjects.AddRange(sight.Subjects.Distinct().Select(s => new EntrySubject(Id, s.Kind, s.Id)));
        Count = Subjects.Count;
    }

    public Guid Id { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Null when nobody was signed in: a resident with a receipt, a job.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>As it was called at that time.</summary>
    public string AccountName { get; private set; } = "";

    /// <summary>Where the account works; null for the whole city.</summary>
    public Guid? FromHallId { get; private set; }

    public Act Act { get; private set; }

    public string What { get; private set; } = "";

    /// <summary>The address without its query: which course, which account.</summary>
    public string Path { get; private set; } = "";

    public Guid? HallId { get; private set; }

    public string? Reason { get; private set; }

    public int Count { get; private set; }

    public List<EntrySubject> Subjects { get; } = [];

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>Whose data an entry is about: an id, never a name.</summary>
internal sealed record EntrySubject(Guid EntryId, string Kind, Guid SubjectId);

/// <summary>
/// The one way entries go: while a purge is open, the triggers let go of what is older than <see cref="Before"/>. It stays
/// for good and tells how much went.
/// </summary>
internal sealed class Purge
{
    private Purge()
    {
    }

    public Purge(DateTime before, DateTime now) => (Id, Before, StartedAt) = (Guid.CreateVersion7(), before, now);

    public Guid Id { get; private set; }

    public DateTime Before { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public int Entries { get; private set; }

    public void Finish(int entries, DateTime now) => (Entries, FinishedAt) = (entries, now);
}
