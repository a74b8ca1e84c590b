using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Sending;

/// <summary>
/// Which messages this sweep may send: a conditional update writes its name on rows that are due and moves their time
/// ahead. Nobody else takes them before that time has come.
/// </summary>
internal class Claims(NotificationsDb db, AppDatabase database, ICityRules rules, TimeProvider clock)
{
    private const int AtOnce = 50;
    /// <summary>Half of it is longer than a mail server may take; with the next sweep a minute later, what a killed host held is out within two.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    private readonly Guid me = Guid.NewGuid();
    private DateTime until;

    /// <summary>The next messages, those of one recipient together; empty when nothing is due. Codes come alone and first; news alone, because its mail says how to stop it.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Message>>> TakeAsync(MessageChannel channel, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var day = await rules.IsDayAsync(now, cancellation);
        var due = db.Messages.IgnoreQueryFilters().Where(m => m.State == MessageState.Waiting && m.Channel == channel && m.DueAt <= now && (day || m.Urgent));
        var next = await due.OrderByDescending(m => m.Urgent).ThenBy(m => m.DueAt).ThenBy(m => m.Id).Take(AtOnce).Select(m => new { m.Id, Alone = m.Urgent || m.News, m.RecipientKey }).ToListAsync(cancellation);
        if (next.Count == 0)
        {
            return [];
        }

        var (ids, recipients) = (next.Select(n => n.Id).ToList(), next.Where(n => !n.Alone).Select(n => n.RecipientKey).Distinct().ToList());
        until = now + Lease;
        var mine = await ClaimAsync(due.Where(m => ids.Contains(m.Id) || (!m.Urgent && !m.News && recipients.Contains(m.RecipientKey))), until, cancellation);
        return [.. mine.GroupBy(m => m.Urgent || m.News ? m.Id.ToString() : m.RecipientKey).OrderByDescending(g => g.First().Urgent).Select(g => g.ToList())];
    }

    /// <summary>False when the lease ran out meanwhile: somebody else may be sending the same.</summary>
    public async Task<bool> StillHeldAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        if (now < until - (Lease / 2))
        {
            return true;
        }

        if (now >= until)
        {
            return false;
        }

        until = now + Lease;
        return await database.InTransactionAsync(() => db.Messages.IgnoreQueryFilters().Where(m => m.Holder == me && m.State == MessageState.Waiting)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, until), cancellation), cancellation) > 0;
    }

    /// <summary>Gives back what is claimed and not sent.</summary>
    public Task ReleaseAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        db.ChangeTracker.Clear();
        return database.InTransactionAsync(() => db.Messages.IgnoreQueryFilters().Where(m => m.Holder == me && m.State == MessageState.Waiting)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, now).SetProperty(m => m.Holder, (Guid?)null), cancellation), cancellation);
    }

    /// <summary>What has come too late to be of use is not sent; a code is erased with it.</summary>
    public Task DropExpiredAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        return database.InTransactionAsync(async () =>
        {
            foreach (var late in await db.Messages.IgnoreQueryFilters().Where(m => m.State == MessageState.Waiting && m.ExpiresAt < now).Take(1000).ToListAsync(cancellation))
            {
                late.Drop(now);
            }

            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }, cancellation);
    }

    /// <summary>Virtual so that a test can show what happens without it.</summary>
    protected virtual async Task<List<Message>> ClaimAsync(IQueryable<Message> due, DateTime lease, CancellationToken cancellation)
    {
        await database.InTransactionAsync(() => due.ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, lease).SetProperty(m => m.Holder, (Guid?)me), cancellation), cancellation);
        return await db.Messages.IgnoreQueryFilters().Where(m => m.Holder == me && m.State == MessageState.Waiting).OrderBy(m => m.Id).ToListAsync(cancellation);
    }
}
