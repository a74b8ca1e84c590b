namespace Kominkan.People.Domain;

/// <summary>
/// A 名簿 on its way in: uploaded, mapped, tried, taken. It holds personal data, so it is in the database and not in a folder,
/// and goes when it was taken or a day has passed.
/// </summary>
internal sealed class RosterFile
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private RosterFile()
    {
    }

    public RosterFile(string name, byte[] content, string signature, string heads, DateTime nowUtc) =>
        (Name, Content, Signature, Heads, UploadedAt) = (name, content, signature, heads, nowUtc);

    public Guid Id { get; private init; } = Guid.NewGuid(); // v4: the address must not be guessed

    public string Name { get; private init; } = "";

    public byte[] Content { get; private set; } = [];

    /// <summary>The heads folded: files of one form share it.</summary>
    public string Signature { get; private init; } = "";

    /// <summary>The heads as the file has them, one a line.</summary>
    public string Heads { get; private init; } = "";

    public DateTime UploadedAt { get; private init; }

    /// <summary>The file with 結果 and 理由, once it was tried.</summary>
    public byte[] Result { get; private set; } = [];

    /// <summary>What the trial said: new, changed, the same, doubtful, wrong.</summary>
    public string Counts { get; private set; } = "";

    public DateTime? TakenAt { get; private set; }

    public IReadOnlyList<string> HeadList => Heads.Split('\n');

    public void Tried(byte[] result, string counts) => (Result, Counts) = (result, counts);

    /// <summary>It is in: what was uploaded is not kept twice.</summary>
    public void Taken(string counts, DateTime nowUtc) => (Content, Result, Counts, TakenAt) = ([], [], counts, nowUtc);
}

/// <summary>Which head of a form of files is which column, as somebody chose it last.</summary>
internal sealed class RosterMapping
{
    private RosterMapping()
    {
    }

    public RosterMapping(string signature) => Signature = signature;

    public string Signature { get; private init; } = "";

    /// <summary>Column, tab, head; one a line. A column without a head is not read.</summary>
    public string Lines { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Heads =>
        Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1]);

    public void Remember(IEnumerable<KeyValuePair<string, string>> heads) => Lines = string.Join('\n', heads.Select(h => $"{h.Key}\t{h.Value}"));
}
