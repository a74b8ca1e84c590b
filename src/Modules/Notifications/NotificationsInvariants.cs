using System.Runtime.CompilerServices;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications;

/// <summary>What must hold of messages and jobs, whatever was killed meanwhile.</summary>
internal sealed class NotificationsInvariants(NotificationsDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new("同じお知らせを2度書いていない", await db.Messages.GroupBy(m => new { m.Kind, m.Subject, m.RecipientKey, m.Period }).LongCountAsync(g => g.Count() > 1, cancellation));
        yield return new("終わったお知らせには終わった時刻がある", await db.Messages.LongCountAsync(m => m.State != MessageState.Waiting && m.EndedAt == null, cancellation));
        yield return new("終わった番号（コード）の文は残っていない", await db.Messages.LongCountAsync(m => m.Urgent && m.State != MessageState.Waiting && m.Body != "", cancellation));
        yield return new("仕事は1つの時刻に1回だけ動いた", await db.JobRuns.GroupBy(r => new { r.JobId, r.Period }).LongCountAsync(g => g.Count() > 1, cancellation));
    }
}
