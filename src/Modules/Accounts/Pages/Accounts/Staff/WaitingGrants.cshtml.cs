using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class WaitingGrantsModel(AccountsDb db, AccessCache cache, FindPlaces places, IAudit audit) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var grants = await db.Grants.AsNoTracking().Where(g => g.State == GrantState.Proposed).OrderBy(g => g.Id).Take(200).ToListAsync(cancellation);
        var ids = grants.Select(g => g.AccountId).Concat(grants.Select(g => g.ProposedBy).OfType<Guid>()).Distinct().ToList();
        await audit.SawAsync("承認を待つ権限", ids);
        var names = await db.Users.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
        var (roles, where) = ((await cache.RolesAsync()).ByKey, await places.OfAsync(grants));
        Rows = [.. grants.Select(g => new Row(
            g.Id, g.AccountId, names.GetValueOrDefault(g.AccountId, Wording.GoneAccount), Wording.Role(g, roles, where), $"{Wording.Day(g.ValidFrom)}～{Wording.Day(g.ValidTo)}", g.ProposedBy is { } by ? names.GetValueOrDefault(by, Wording.GoneAccount) : "システム"))];
    }

    internal sealed record Row(Guid Id, Guid AccountId, string Name, string Role, string Days, string By);
}
