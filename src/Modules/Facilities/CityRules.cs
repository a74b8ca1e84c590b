using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities;

/// <summary>The city's numbers, read once a scope: they are few, and whoever asks for one asks for the next.</summary>
internal sealed class CityRules(FacilitiesDb db, IEnumerable<CityRule> rules) : ICityRules
{
    private IReadOnlyList<RuleVersion>? versions;

    /// <summary>Every rule of every module that is on.</summary>
    public IReadOnlyList<CityRule> All { get; } = [.. rules.OrderBy(r => r.Key, StringComparer.Ordinal)];

    public async ValueTask<int> OnAsync(CityRule rule, DateOnly day, CancellationToken cancellation = default) =>
        (await VersionsAsync(cancellation)).Where(v => v.Key == rule.Key && v.ValidFrom <= day).MaxBy(v => v.ValidFrom)?.Value ?? rule.Initial;

    public async ValueTask<IReadOnlyList<RuleVersion>> VersionsAsync(CancellationToken cancellation = default) =>
        versions ??= await db.RuleVersions.AsNoTracking().OrderBy(v => v.ValidFrom).ToListAsync(cancellation);
}
