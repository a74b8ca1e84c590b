using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of points: they are what others decided after the hirers could speak, and they stop what they must stop.</summary>
internal sealed class PointInvariants(BookingDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var cases = await db.PointCases.IgnoreQueryFilters().AsNoTracking().ToListAsync(cancellation);
        var rules = await RuleBook.ReadPointsAsync(db, cancellation);
        yield return new("利用の点数は、入力した人と別の職員が、理由をつけて決めている", cases.LongCount(p => p.State is PointState.Given or PointState.Waived && (p.DecidedBy is null || p.DecidedBy == p.OpenedBy || p.Reason is null)));
        yield return new("点数は、弁明を聞いたか、期限を過ぎてからつけている", cases.LongCount(p => p.State == PointState.Given && !(p.AnsweredAt <= p.DecidedAt) && !(p.DecidedOn > p.AnswerBy)));
        yield return new("来なかった予約には、点数の件がある", await NoShowsAsync(cases, rules, cancellation));
        yield return new("来た予約や館が取り消した予約に、点数の件はない", await WrongAsync(cancellation));
        yield return new("予約が止まっている間に、新しい予約を受け付けていない", await BookedAsync(cases, rules, cancellation));
    }

    private async Task<long> NoShowsAsync(List<PointCase> cases, PointRules rules, CancellationToken cancellation)
    {
        var heard = cases.Where(p => p.State != PointState.Withdrawn).Select(p => p.HireId).ToHashSet();
        var absent = await db.Hires.IgnoreQueryFilters().Where(h => h.State == HireState.Used && h.Came == 0 && h.Channel != HireChannel.Record && h.PartyKey != "" && !db.DisplacedHires.IgnoreQueryFilters().Any(d => d.HireId == h.Id))
            .Select(h => new { h.Id, h.BookedAt }).ToListAsync(cancellation);
        return absent.LongCount(h => !heard.Contains(h.Id) && rules.RuleOn(PointKind.NoShow, DateOnly.FromDateTime(h.BookedAt.InJapan())) is not null);
    }

    private Task<long> WrongAsync(CancellationToken cancellation) => db.PointCases.IgnoreQueryFilters().LongCountAsync(p => p.State != PointState.Withdrawn && !db.Hires.IgnoreQueryFilters().Any(h => h.Id == p.HireId
        && (p.Kind == PointKind.NoShow ? h.State == HireState.Used && h.Came == 0 : h.State == HireState.Cancelled && !h.CancelledByHall)), cancellation);

    /// <summary>Hires booked after the decision that stopped their party, and before the stop was over. What was won in a draw was asked for before.</summary>
    private async Task<long> BookedAsync(List<PointCase> cases, PointRules rules, CancellationToken cancellation)
    {
        var wrong = 0L;
        foreach (var party in cases.Where(p => p.PartyKey.Length > 0 && p.State == PointState.Given).GroupBy(p => p.PartyKey))
        {
            var since = party.Min(p => p.DecidedAt!.Value);
            foreach (var booked in await db.Hires.IgnoreQueryFilters().Where(h => h.PartyKey == party.Key && h.LotteryId == null && h.BookedAt > since).Select(h => h.BookedAt).ToListAsync(cancellation))
            {
                wrong += rules.StandingOf(party.Where(p => p.DecidedAt < booked), DateOnly.FromDateTime(booked.InJapan())).Until is null ? 0 : 1;
            }
        }

        return wrong;
    }
}
