using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of registrations for a reduction: two agreed, and nothing is taken off twice.</summary>
internal sealed class EntitlementInvariants(BookingDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var all = await db.Entitlements.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(e => e.Id, cancellation);
        yield return new("減免の登録は、登録した人と別の職員が承認している", all.Values.LongCount(e => e.ApprovedBy == e.RegisteredBy || (e.State == EntitlementState.Approved && e.ApprovedBy is null)));
        var used = await (from f in db.Set<HireFee>() where f.EntitlementId != null join h in db.Hires.IgnoreQueryFilters() on f.HireId equals h.Id select new { f.HireId, Entitlement = f.EntitlementId!.Value, h.BookedAt, h.Date }).ToListAsync(cancellation);
        yield return new("登録による減免は、承認のあとに受けた、期間の中の利用にだけつく", used.LongCount(u => !all.TryGetValue(u.Entitlement, out var e) || e.ApprovedAt is null || e.ApprovedAt > u.BookedAt || u.Date < e.From || u.Date > e.To));
        var hires = used.Select(u => u.HireId).Distinct().ToList();
        var lines = await db.Set<HireFee>().AsNoTracking().Where(f => hires.Contains(f.HireId)).ToListAsync(cancellation);
        yield return new("登録による減免と同じものに、ほかの減免をつけていない", lines.GroupBy(f => f.HireId).LongCount(fee => Twice([.. fee.Where(f => f.IsReduction && !fee.Any(o => o.Undoes == f.Line))])));
    }

    private static bool Twice(IReadOnlyList<HireFee> live) => live.Any(f => f.EntitlementId is not null && live.Any(o => o.Line != f.Line && Granting.Overlap(o.Of, f.Of)));
}
