using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class RolesModel(AccountsDb db, IPermissions permissions, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        var counts = await db.Users.Where(a => !a.IsDisabled).SelectMany(a => a.Grants.Where(g => g.State == Domain.GrantState.Approved && g.ValidFrom <= today && (g.ValidTo == null || today <= g.ValidTo)))
            .GroupBy(g => g.RoleKey).Select(g => new { g.Key, Count = g.Select(x => x.AccountId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var roles = await db.Roles.AsNoTracking().Include(r => r.Permissions).OrderBy(r => r.Order).ThenBy(r => r.Key).ToListAsync(cancellation);
        Rows = [.. roles.Select(r => new Row(r.Key, r.Label, permissions.All.Count(r.Holds), counts.GetValueOrDefault(r.Key), r.IsChanged, r.IsOwn))];
    }

    internal sealed record Row(string Key, string Label, int Permissions, int Accounts, bool IsChanged, bool IsOwn);
}
