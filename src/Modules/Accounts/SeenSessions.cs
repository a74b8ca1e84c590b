using System.Collections.Concurrent;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>When each session was last seen by this host; pages only read, so a job writes it down.</summary>
internal sealed class SeenSessions
{
    private readonly ConcurrentDictionary<Guid, DateTime> seen = new();

    public void Saw(Guid session, DateTime at) => seen[session] = at;

    public DateTime? Of(Guid session) => seen.TryGetValue(session, out var at) ? at : null;

    public IReadOnlyDictionary<Guid, DateTime> TakeAll()
    {
        var all = seen.ToArray();
        foreach (var one in all)
        {
            seen.TryRemove(one);
        }

        return all.ToDictionary();
    }
}

/// <summary>Writes down when sessions were last seen, and lets go of those long over.</summary>
internal sealed class KeepSessions(AccountsDb db, AppDatabase database, SeenSessions seen, TimeProvider clock) : IJob
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public Task RunAsync(CancellationToken cancellation) => database.InTransactionAsync(async () =>
    {
        foreach (var (session, at) in seen.TakeAll())
        {
            await db.Sessions.Where(s => s.Id == session && s.LastSeenAt < at).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, at), cancellation);
        }

        var now = clock.UtcNow();
        await db.Sessions.Where(s => s.EndsAt < now - KeptFor).ExecuteDeleteAsync(cancellation);
        await db.MailedCodes.Where(c => c.SentAt < now - MailedCode.Pause && c.ExpiresAt < now).ExecuteDeleteAsync(cancellation);
        await db.SpentProofs.Where(p => p.At < now - KeptFor).ExecuteDeleteAsync(cancellation);
    }, cancellation);
}
