namespace Kominkan.Privacy.Domain;

/// <summary>That somebody was erased: ids of what was theirs, never who it was. Needed to erase them again in an older backup.</summary>
internal sealed class Erasure
{
    private Erasure()
    {
    }

    public Erasure(Guid personId, Guid? by, string reason, DateTime now, IEnumerable<(string Module, Guid Record)> records)
    {
        (Id, PersonId, ByAccount, Reason, At) = (Guid.CreateVersion7(), personId, by, reason, now);
        Records.AddRange(records.Distinct().Select(r => new ErasedRecord(Id, r.Module, r.Record)));
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Guid? ByAccount { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime At { get; private set; }

    public List<ErasedRecord> Records { get; } = [];
}

internal sealed record ErasedRecord(Guid ErasureId, string Module, Guid RecordId);
