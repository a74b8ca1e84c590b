using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities.Data;

/// <summary>
/// The snapshot everybody shares: read when first asked, forgotten after a change has been committed here, and at most a
/// minute old, because another host may have changed the same database.
/// </summary>
internal sealed class Memory(IServiceScopeFactory scopes, TimeProvider clock, SiteInfo site) : IDisposable
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim reading = new(1, 1);
    private Kept? kept;
    private int changes;

    private sealed record Kept(Snapshot Snapshot, DateTime ReadAt, int Changes);

    public ValueTask<Snapshot> GetAsync(CancellationToken cancellation) =>
        Fresh() is { } known ? ValueTask.FromResult(known) : ReadAsync(cancellation);

    /// <summary>What is being read at this moment is forgotten too: it may be from before the change.</summary>
    public void Forget() => Interlocked.Increment(ref changes);

    public void Dispose() => reading.Dispose();

    private Snapshot? Fresh() =>
        kept is { } k && k.Changes == Volatile.Read(ref changes) && clock.UtcNow() - k.ReadAt < MaximumAge ? k.Snapshot : null;

    private async ValueTask<Snapshot> ReadAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            if (Fresh() is { } known)
            {
                return known;
            }

            var (before, readAt) = (Volatile.Read(ref changes), clock.UtcNow());
            await using var scope = scopes.CreateScopeBesideThePool();
            var snapshot = await Snapshot.ReadAsync(scope.ServiceProvider.GetRequiredService<FacilitiesDb>(), site.City, cancellation);
            kept = new(snapshot, readAt, before);
            return snapshot;
        }
        finally
        {
            reading.Release();
        }
    }
}

/// <summary>
/// What this scope sees: the shared snapshot, or, once the scope has saved changes of its own, those too, before they are
/// committed. Every save of <see cref="FacilitiesDb"/> is reported here, so that no page can forget to empty the caches.
/// </summary>
internal sealed class Seen(Memory memory, AppDatabase database, IPublicPages pages, SiteInfo site)
{
    private FacilitiesDb? changed;
    private Snapshot? own;

    // Without a running transaction nothing is uncommitted: it ended well, or what was saved in it never was.
    public ValueTask<Snapshot> GetAsync(CancellationToken cancellation = default) =>
        changed?.Database.CurrentTransaction is null ? memory.GetAsync(cancellation)
        : own is not null ? ValueTask.FromResult(own)
        : ReadOwnAsync(changed, cancellation);

    public void Saved(FacilitiesDb db)
    {
        (changed, own) = (db, null);
        if (db.Database.CurrentTransaction is null)
        {
            memory.Forget();
            return;
        }

        database.AfterCommit(async () =>
        {
            changed = null;
            memory.Forget();
            await pages.EvictAsync("halls");
        });
    }

    private async ValueTask<Snapshot> ReadOwnAsync(FacilitiesDb db, CancellationToken cancellation) =>
        own = await Snapshot.ReadAsync(db, site.City, cancellation);
}
