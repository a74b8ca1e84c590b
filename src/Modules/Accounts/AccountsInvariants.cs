using System.Runtime.CompilerServices;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

internal sealed class AccountsInvariants(AccountsDb db, IPermissions permissions, IHallDirectory halls, TimeProvider clock) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var today = clock.Today();
        var directory = await halls.GetAsync(cancellation);
        var accounts = await db.Users.AsNoTracking().Include(a => a.Grants).ToListAsync(cancellation);
        var roles = await db.Roles.AsNoTracking().Include(r => r.Permissions).ToListAsync(cancellation);
        var grants = accounts.SelectMany(a => a.Grants).ToList();
        var manage = permissions.All.First(p => p.Key == AccountsModule.Manage);
        var managing = roles.Where(r => r.Holds(manage)).Select(r => r.Key).ToList();
        var isManaged = accounts.Exists(a => !a.IsDisabled && a.Grants.Exists(g => g.Scope == ScopeKind.City && g.IsValidOn(today) && managing.Contains(g.RoleKey)));
        yield return new("利用者がいるなら、利用者を管理できる人がいる", accounts.Count > 0 && !isManaged ? 1 : 0);
        yield return Count("有効な権限の館と区は今日もある", grants.Where(g => g.IsValidOn(today) && !Exists(g, directory)));
        yield return Count("権限の範囲は館・区・全館・担当のどれかひとつ", grants.Where(g => (g.HallId is not null) != (g.Scope == ScopeKind.Hall) || (g.Ward is not null) != (g.Scope == ScopeKind.Ward) || (g.SubjectId is not null) != (g.Scope == ScopeKind.Own)));
        yield return Count("権限を付けるのは、受け取る人とは別の人", grants.Where(g => g.AccountId == g.ProposedBy || (g.State == GrantState.Approved && g.AccountId == g.DecidedBy)));
        var unknown = await db.Changes.Where(c => c.AccountId != null && !db.Users.Any(a => a.Id == c.AccountId)).LongCountAsync(cancellation);
        yield return new("記録の利用者は残っている", unknown);
    }

    private static bool Exists(Grant grant, HallDirectory halls) => grant.Scope switch
    {
        ScopeKind.Hall => halls.Find(grant.HallId ?? Guid.Empty) is not null,
        ScopeKind.Ward => halls.Wards.Contains(grant.Ward ?? ""),
        _ => true,
    };

    private static Invariant Count(string name, IEnumerable<Grant> broken)
    {
        var all = broken.ToList();
        return new(name, all.Count, all.Count == 0 ? null : all[0].Id.ToString());
    }
}
