using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>What people are asked to agree to, all versions.</summary>
[Authorize(PeopleModule.Purposes)]
internal sealed class PurposesModel(PeopleDb db) : PageModel
{
    public IReadOnlyList<ConsentPurpose> Purposes { get; private set; } = [];

    public async Task OnGetAsync() =>
        Purposes = await db.Purposes.AsNoTracking().OrderBy(p => p.Until != null).ThenBy(p => p.Key).ThenByDescending(p => p.Version).ToListAsync();
}
