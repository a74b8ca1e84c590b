using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts;

/// <summary>Names of everything grants count in.</summary>
/// <param name="Subjects">Courses, circles and classes by id.</param>
internal sealed record Places(HallDirectory Halls, IReadOnlyDictionary<Guid, string> Subjects);

/// <summary>Asks those who know for the names of halls and of single things.</summary>
internal sealed class FindPlaces(IHallDirectory halls, IEnumerable<IOwnScope> owns)
{
    public async Task<Places> OfAsync(params IEnumerable<Grant> grants)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var (id, kind) in grants.Where(g => g is { Scope: ScopeKind.Own, SubjectId: not null }).Select(g => (g.SubjectId!.Value, g.OwnKind)).DistinctBy(g => g.Value))
        {
            var own = owns.FirstOrDefault(o => o.Kind == kind);
            names[id] = own is null ? "－" : (await own.FindAsync(id, CancellationToken.None))?.Name ?? own.Label;
        }

        return new Places(await halls.GetAsync(), names);
    }
}
