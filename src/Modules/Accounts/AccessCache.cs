using System.Collections.Concurrent;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts;

/// <summary>What decides about an account's requests.</summary>
/// <param name="Sessions">Open sessions, and when each ends in any case; none when the account is disabled or gone.</param>
internal sealed record Access(IReadOnlyList<Grant> Grants, IReadOnlyDictionary<Guid, DateTime> Sessions, DateTime LoadedAt)
{
    public bool Admits(Guid session, DateTime now) => Sessions.TryGetValue(session, out var ends) && now < ends;
}

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
        scope.ServiceProvider.GetRequiredService<AppDatabase>().BesideThePool = true;
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var row = await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == account && !a.IsDisabled);
        var sessions = row is null ? [] : await db.Sessions.OpenOf(row, now).ToDictionaryAsync(s => s.Id, s => s.EndsAt);
        return accounts[account] = new Access(row?.Grants ?? [], sessions, now);
    }

    /// <summary>The same for a request of a session: one begun on another host after this one last looked makes it look again.</summary>
    public async ValueTask<Access> OfAsync(Guid account, Guid session, DateTime startedAt)
    {
        var known = await OfAsync(account);
        if (known.Sessions.ContainsKey(session) || startedAt + Lifetime < known.LoadedAt)
        {
            return known;
        }

        await ForgetAsync(account);
        return await OfAsync(account);
    }

    public async ValueTask<RolesNow> RolesAsync()
    {
        if (roles is { } known && IsFresh(known.LoadedAt))
        {
            return known;
        }

        var now = clock.UtcNow();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AppDatabase>().BesideThePool = true;
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
