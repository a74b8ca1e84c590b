using System.Security.Claims;
using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts;

/// <summary>Adds up what the account's roles allow today, and where.</summary>
internal sealed class Grants(AccessCache cache, IPermissions permissions, IHallDirectory halls, TimeProvider clock) : IGrants
{
    public async ValueTask<HallSet> HallsWhereAsync(ClaimsPrincipal user, string permission)
    {
        if (user.ResidentId() is not null || user.AccountId() is not { } account || permissions.All.FirstOrDefault(p => p.Key == permission) is not { } wanted)
        {
            return HallSet.Nowhere;
        }

        var access = await cache.OfAsync(account);
        var roles = (await cache.RolesAsync()).ByKey;
        var today = clock.Today();
        var valid = access.Grants.Where(g => g.IsValidOn(today) && roles.TryGetValue(g.RoleKey, out var role) && role.Holds(wanted)).ToList();
        if (valid.Any(g => g.Scope == ScopeKind.City))
        {
            return HallSet.Everywhere;
        }

        // Whoever could hand out roles for one hall, or erase a person there, could do it everywhere.
        if (valid.Count == 0 || wanted.IsOfTheCity)
        {
            return HallSet.Nowhere;
        }

        var directory = await halls.GetAsync();
        return new HallSet(false, [.. directory.All.Where(h => valid.Any(g => Reaches(g, h))).Select(h => h.Id)])
        {
            Subjects = [.. valid.Select(g => g.SubjectId).OfType<Guid>()],
        };
    }

    private static bool Reaches(Grant grant, HallRef hall) => grant.Scope switch
    {
        ScopeKind.Ward => hall.Ward == grant.Ward,
        ScopeKind.Own => false,
        _ => hall.Id == grant.HallId || (hall.ParentId is not null && hall.ParentId == grant.HallId),
    };
}
