using System.Runtime.CompilerServices;
using Kominkan.Audit.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit;

/// <summary>What must hold of the audit: nobody has taken its locks off, and no purge was left open.</summary>
internal sealed class AuditInvariants(AuditDb db, AppendOnly locks) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new Invariant("閲覧記録の書き換えと削除を、データベースが断る", Math.Max(0, AppendOnly.Triggers - await locks.CountAsync(cancellation)));
        yield return new Invariant("閲覧記録の整理は、終わりまで行われている", await db.Purges.CountAsync(p => p.FinishedAt == null, cancellation));
    }
}
