using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Facilities.Pages.Facilities.Staff;

/// <summary>Every number the city decides, of whichever module.</summary>
[Authorize(FacilitiesModule.OfTheCity)]
internal sealed class RulesModel(CityRules rules, TimeProvider clock) : PageModel
{
    public sealed record Row(CityRule Rule, int Value, DateOnly? Since, string Later);

    public List<Row> Rows { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        var versions = (await rules.VersionsAsync(cancellation)).ToLookup(v => v.Key);
        foreach (var rule in rules.All)
        {
            var later = versions[rule.Key].Where(v => v.ValidFrom > today).ToList();
            Rows.Add(new Row(
                rule,
                await rules.OnAsync(rule, today, cancellation),
                versions[rule.Key].LastOrDefault(v => v.ValidFrom <= today)?.ValidFrom,
                later.Count == 0 ? "－" : string.Join("、", later.Select(v => $"{v.ValidFrom.Short()}から{v.Value}{rule.Unit}"))));
        }
    }
}
