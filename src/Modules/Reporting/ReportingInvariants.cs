using System.Runtime.CompilerServices;
using Kominkan.Reporting.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting;

/// <summary>What must hold of closings and definitions.</summary>
internal sealed class ReportingInvariants(ReportingDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var twice = await db.Closings.Where(c => c.IsInForce).GroupBy(c => new { c.FiscalYear, c.Month }).Where(g => g.Count() > 1).Select(g => g.Key).ToListAsync(cancellation);
        yield return new("一つの期間に有効な締めは一つだけ", twice.Count, twice.Select(t => $"{t.FiscalYear}年度 {t.Month}月").FirstOrDefault());

        var empty = await db.Closings.CountAsync(c => c.IsInForce && !c.Figures.Any(), cancellation);
        yield return new("有効な締めには確定した数字がある", empty);

        var unexplained = await db.Closings.CountAsync(c => c.Version > 1 && (c.Reason == null || c.Reason == ""), cancellation);
        yield return new("締め直しには理由がある", unexplained);
    }
}
