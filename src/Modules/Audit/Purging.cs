using Kominkan.Audit.Data;
using Kominkan.Audit.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit;

/// <summary>Lets go of entries that are older than the city keeps them: the only deletion the triggers allow, and it leaves its own record.</summary>
internal sealed class Purging(AuditDb db, AppDatabase database, TimeProvider clock)
{
    public Task<int> CountAsync(DateTime before, CancellationToken cancellation) => db.Entries.IgnoreQueryFilters().CountAsync(e => e.At < before, cancellation);

    public Task<int> PurgeAsync(DateTime before, CancellationToken cancellation) => database.InTransactionAsync(async () =>
    {
        if (!await db.Entries.IgnoreQueryFilters().AnyAsync(e => e.At < before, cancellation))
        {
            return 0;
        }

        var purge = new Purge(before, clock.UtcNow());
        db.Purges.Add(purge);
        await db.SaveChangesAsync(cancellation);
        var old = db.Entries.IgnoreQueryFilters().Where(e => e.At < before);
        await db.Subjects.Where(s => old.Any(e => e.Id == s.EntryId)).ExecuteDeleteAsync(cancellation);
        purge.Finish(await old.ExecuteDeleteAsync(cancellation), clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
        return purge.Entries;
    }, cancellation);
}
