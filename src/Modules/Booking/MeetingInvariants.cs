using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of election meetings.</summary>
internal sealed class MeetingInvariants(BookingDb db, ICashier cashier) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new("個人演説会は、その部屋と時間をちょうど1つ取っている", await db.Meetings.IgnoreQueryFilters().LongCountAsync(m =>
            (m.State == MeetingState.Asked || m.State == MeetingState.Accepted) && db.Occupancies.IgnoreQueryFilters().Count(o =>
                o.Subject == m.Id && o.Kind == RoomUseKind.Election && o.ReleasedAt == null && o.RoomId == m.RoomId && o.Date == m.Date && o.From == m.From && o.To == m.To) != 1, cancellation));
        yield return new("開かない個人演説会は部屋を取っていない", await db.Meetings.IgnoreQueryFilters().LongCountAsync(m =>
            (m.State == MeetingState.Declined || m.State == MeetingState.Withdrawn) && db.Occupancies.IgnoreQueryFilters().Any(o => o.Subject == m.Id && o.ReleasedAt == null), cancellation));
        var meetings = await db.Meetings.IgnoreQueryFilters().AsNoTracking().Include(m => m.Fees).ToListAsync(cancellation);
        yield return Of("個人演説会は、候補者と選挙と館ごとに1回だけ無料", [.. meetings.Where(m => m.IsLive && m.CandidateKey.Length > 0).GroupBy(m => (m.HallId, m.CandidateKey))
            .Where(g => g.Count(m => m.IsFirst) != 1).Select(g => g.First())]);
        yield return Of("個人演説会の使用料は説明の行の合計と同じ", [.. meetings.Where(m => m.Yen < 0 || m.Yen != m.Fees.Sum(f => f.Yen))]);
        var standing = await cashier.StandingAsync([.. meetings.Select(m => m.Id)], cancellation);
        yield return Of("個人演説会の請求は、その額と同じ", [.. meetings.Where(m => (standing.GetValueOrDefault(m.Id)?.Due ?? 0) != m.Charged)]);
    }

    private static Invariant Of(string name, IReadOnlyList<ElectionMeeting> broken) => new(name, broken.Count, broken.Count == 0 ? null : broken[0].Id.ToString());
}
