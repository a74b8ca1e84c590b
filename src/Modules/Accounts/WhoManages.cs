using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Who holds the key to accounts and roles today: two are needed for every grant.</summary>
internal sealed class WhoManages(AccountsDb db, IPermissions permissions, TimeProvider clock)
{
    public async Task<IReadOnlyList<Guid>> AccountsAsync()
    {
        var today = clock.Today();
        var manage = permissions.All.First(p => p.Key == AccountsModule.Manage);
        var roles = (await db.Roles.AsNoTracking().Include(r => r.Permissions).ToListAsync()).Where(r => r.Holds(manage)).Select(r => r.Key).ToList();
        var grants = await db.Grants.AsNoTracking().Where(g => g.Scope == ScopeKind.City && roles.Contains(g.RoleKey) && db.Users.Any(a => a.Id == g.AccountId && !a.IsDisabled)).ToListAsync();
        return [.. grants.Where(g => g.IsValidOn(today)).Select(g => g.AccountId).Distinct()];
    }

    /// <summary>Nobody but the one who asked is left to agree: the console's code stands for the second person.</summary>
    public async Task<bool> IsAloneAsync(Grant grant) =>
        (await AccountsAsync()).All(a => a == grant.ProposedBy || a == grant.AccountId);
}
