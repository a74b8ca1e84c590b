using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of ties to the city: nobody was permitted a room before their evidence was seen, where it must be, and nobody was asked again too early.</summary>
internal sealed class TieInvariants(BookingDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var permitted = await db.Hires.IgnoreQueryFilters().AsNoTracking().Where(h => h.PermitVersion > 0 && h.Tie.EvidenceMonths != null)
            .Select(h => new { h.Id, h.Tie.Code, h.EvidenceId, At = h.Permits.Min(p => (DateTime?)p.At) }).ToListAsync(cancellation);
        var seen = permitted.Count == 0 ? [] : await db.TieEvidence.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(e => e.Id, cancellation);
        var wrong = permitted.Where(h => h.EvidenceId is not { } id || !seen.TryGetValue(id, out var e) || e.Code != h.Code || e.SeenAt > h.At || e.ValidTo < DateOnly.FromDateTime((h.At ?? e.SeenAt).InJapan())).ToList();
        yield return new("書類の要る予約は、有効な書類を確かめてから許可している", wrong.Count, wrong.Count == 0 ? null : wrong[0].Id.ToString());
        var known = await db.TieEvidence.IgnoreQueryFilters().AsNoTracking().Where(e => e.PartyKey != "" && e.PhoneKey != "").Select(e => new { e.PartyKey, e.PhoneKey, e.Code, e.SeenAt, e.ValidTo }).ToListAsync(cancellation);
        yield return new("同じ方の書類を、有効なあいだに2度確かめていない", known.GroupBy(e => (e.PartyKey, e.PhoneKey, e.Code)).Select(g => g.OrderBy(e => e.SeenAt).ToList())
            .LongCount(g => g.Zip(g.Skip(1)).Any(next => DateOnly.FromDateTime(next.Second.SeenAt.InJapan()) <= next.First.ValidTo)));
    }
}
