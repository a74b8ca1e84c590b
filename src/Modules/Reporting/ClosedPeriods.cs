using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting;

/// <summary>Tells whoever keys in records which reports of the day are final already.</summary>
internal sealed class ClosedPeriods(ReportingDb db) : IClosedPeriods
{
    public async Task<IReadOnlyList<string>> AtAsync(DateOnly day, CancellationToken cancellation = default)
    {
        var month = ClosingPeriod.OfMonth(day);
        var closed = await db.Closings.AsNoTracking()
            .Where(c => c.IsInForce && c.FiscalYear == month.Year.Year && (c.Month == month.Month || c.Month == Closing.WholeYear))
            .Select(c => c.Month).ToListAsync(cancellation);
        return [.. closed.OrderByDescending(m => m).Select(m => (month with { Month = m }).Name)];
    }
}
