namespace Kominkan.SharedKernel;

/// <summary>A hall or branch as every module needs it: to name it, to order it, to add it up.</summary>
/// <param name="No">館番号: <c>1</c> to <c>19</c>; a branch has its hall's number, a hyphen and its own (<c>17-1</c>).</param>
/// <param name="Name">熊本市中央公民館, as it is called today.</param>
/// <param name="ShortName">中央公民館, for tables and tags.</param>
/// <param name="Ward">中央区</param>
/// <param name="ParentId">The hall a branch belongs to; null for a hall.</param>
public sealed record HallRef(Guid Id, string No, string Name, string ShortName, string Ward, Guid? ParentId);

/// <summary>All halls of today, in the order of the city's list (branches after their hall), kept in memory.</summary>
public sealed class HallDirectory(IReadOnlyList<HallRef> all)
{
    public static readonly HallDirectory Empty = new([]);

    private readonly Dictionary<Guid, HallRef> byId = all.ToDictionary(h => h.Id);
    private readonly Dictionary<string, HallRef> byNo = all.ToDictionary(h => h.No);

    public IReadOnlyList<HallRef> All => all;

    /// <summary>Wards in the order of the city's list.</summary>
    public IReadOnlyList<string> Wards { get; } = [.. all.Select(h => h.Ward).Distinct()];

    public HallRef? Find(Guid id) => byId.GetValueOrDefault(id);

    public HallRef? FindByNo(string no) => byNo.GetValueOrDefault(no);

    public string NameOf(Guid id) => Find(id)?.ShortName ?? "－";
}

/// <summary>Where the directory comes from; the Facilities module answers from memory.</summary>
public interface IHallDirectory
{
    ValueTask<HallDirectory> GetAsync(CancellationToken cancellation = default);
}
