using Kominkan.Privacy.Data;
using Kominkan.Privacy.Domain;

namespace Kominkan.Privacy;

/// <summary>Erases a person in every module at once, in one transaction, and keeps the list that repeats it in an older backup.</summary>
internal sealed class ErasePerson(PrivacyDb db, AppDatabase database, EverythingAbout everything, ErasureList list, TimeProvider clock)
{
    /// <summary>Returns how many records were erased.</summary>
    public async Task<int> EraseAsync(PersonTraits person, Guid? by, string reason, CancellationToken cancellation)
    {
        var parts = await everything.FindAsync(person, cancellation);
        var records = parts.SelectMany(p => p.Records.Where(r => r.Id != Guid.Empty).Select(r => (p.Module.Key, r.Id))).Distinct().ToList();
        foreach (var part in parts)
        {
            await part.Module.EraseAsync([.. records.Where(r => r.Key == part.Module.Key).Select(r => r.Id)], cancellation);
        }

        db.Erasures.Add(new Erasure(person.Key.Id, by, reason, clock.UtcNow(), records));
        await db.SaveChangesAsync(cancellation);
        database.AfterCommit(async () =>
        {
            list.Add(records);
            await database.EmptyLogAsync(CancellationToken.None);
        });
        return records.Count;
    }
}

/// <summary>
/// After every migration and restore: what the list says was erased and this database does not know of is erased again;
/// and what this database knows is on the list, should the file have been lost.
/// </summary>
internal sealed class ReplayErasures(PrivacyDb db, AppDatabase database, ErasureList list, IEnumerable<IPersonalData> modules, TimeProvider clock) : IAfterMigration
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var written = list.Read();
        var known = db.ErasedRecords.Select(r => new { r.Module, r.RecordId }).Distinct().AsEnumerable().Select(r => (r.Module, Record: r.RecordId)).ToHashSet();
        var forgotten = written.Except(known).ToList();
        if (forgotten.Count > 0)
        {
            await database.InTransactionAsync(async () =>
            {
                foreach (var module in modules)
                {
                    await module.EraseAsync([.. forgotten.Where(f => f.Module == module.Key).Select(f => f.Record)], cancellation);
                }

                db.Erasures.Add(new Erasure(Guid.Empty, null, "控えを戻したあとの消去のやり直し", clock.UtcNow(), forgotten));
                await db.SaveChangesAsync(cancellation);
            }, cancellation);
            await database.EmptyLogAsync(cancellation);
        }

        if (known.Except(written).ToList() is { Count: > 0 } unwritten)
        {
            list.Add(unwritten);
        }
    }
}
