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
internal class AccessCache(IServiceScopeFactory scopes, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<Guid, Access> accounts = new();
    private readonly Lock keeping = new();
    private volatile RolesNow? roles;
    private int changes;

    public async ValueTask<Access> OfAsync(Guid account)
    {
        if (accounts.TryGetValue(account, out var known) && IsFresh(known.LoadedAt))
        {
            return known;
        }

        var (before, now) = (Volatile.Read(ref changes), clock.UtcNow());
        await using var scope = scopes.CreateScopeBesideThePool();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var row = await db.Users.AsNoTracking().Include(a => a.Grants).SingleOrDefaultAsync(a => a.Id == account && !a.IsDisabled);
        var sessions = row is null ? [] : await db.Sessions.OpenOf(row, now).ToDictionaryAsync(s => s.Id, s => s.EndsAt);
        var access = new Access(row?.Grants ?? [], sessions, now);
        Keep(before, () => accounts[account] = access);
        return access;
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

        var (before, now) = (Volatile.Read(ref changes), clock.UtcNow());
        await using var scope = scopes.CreateScopeBesideThePool();
        var rows = await scope.ServiceProvider.GetRequiredService<AccountsDb>().Roles.AsNoTracking().Include(r => r.Permissions).ToDictionaryAsync(r => r.Key);
        var read = new RolesNow(rows, now);
        Keep(before, () => roles = read);
        return read;
    }

    public ValueTask ForgetAsync(Guid account) => Forget(() => accounts.TryRemove(account, out _));

    public ValueTask ForgetRolesAsync() => Forget(() => roles = null);

    /// <summary>What is being read at this moment is not kept either: it may be from before the change.</summary>
    private ValueTask Forget(Action forget)
    {
        lock (keeping)
        {
            changes++;
            forget();
        }

        return ValueTask.CompletedTask;
    }

    protected virtual bool MayKeep(int before, int now) => before == now;

    private void Keep(int before, Action keep)
    {
        lock (keeping)
        {
            if (MayKeep(before, changes))
            {
                keep();
            }
        }
    }

    private bool IsFresh(DateTime loadedAt) => clock.UtcNow() - loadedAt < Lifetime;
}
