using System.Collections.Concurrent;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts;

/// <summary>What decides about an account's requests.</summary>
/// <param name="Stamp">The security stamp a session must carry; null when the account is disabled or gone.</param>
internal sealed record Access(string? Stamp, IReadOnlyList<Grant> Grants, DateTime LoadedAt);

/// <summary>Roles as they are now.</summary>
internal sealed record RolesNow(IReadOnlyDictionary<string, Role> ByKey, DateTime LoadedAt);

/// <summary>
/// Accounts and roles in memory, so that a page costs no query to be allowed. Nothing is older than a minute, on this
/// host changes count at once. The clock is ours: the framework's memory cache has one of its own.
/// </summary>
internal sealed class AccessCache(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<Guid, Access> accounts = new();
    private volatile RolesNow? roles;

    public async ValueTask<Access> OfAsync(Guid account)
    {
        if (accounts.TryGetValue(account, out var known) && IsFresh(known.LoadedAt))
        {
            return known;
        }

        var now = clock.UtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == account && !a.IsDisabled);
        return accounts[account] = new Access(row?.SecurityStamp, row?.Grants ?? [], now);
    }

    public async ValueTask<RolesNow> RolesAsync()
    {
        if (roles is { } known && IsFresh(known.LoadedAt))
        {
            return known;
        }

        var now = clock.UtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Roles.AsNoTracking().Include(r => r.Permissions).ToDictionaryAsync(r => r.Key);
        return roles = new RolesNow(rows, now);
    }

    public ValueTask ForgetAsync(Guid account)
    {
        accounts.TryRemove(account, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask ForgetRolesAsync()
    {
        roles = null;
        return ValueTask.CompletedTask;
    }

    private bool IsFresh(DateTime loadedAt) => clock.UtcNow() - loadedAt < Lifetime;
}
