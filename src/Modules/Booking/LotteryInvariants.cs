using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of draws of rooms: what was published is what was entered, and what was won is a hire.</summary>
internal sealed class LotteryInvariants(BookingDb db) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (other, replayed, lost) = (new List<Guid>(), new List<Guid>(), new List<Guid>());
        foreach (var lottery in await db.Lotteries.IgnoreQueryFilters().AsNoTracking().Where(l => l.State != LotteryState.Open).ToListAsync(cancellation))
        {
            var entries = await db.LotteryEntries.IgnoreQueryFilters().AsNoTracking().Include(e => e.Wishes).Where(e => e.LotteryId == lottery.Id && !e.IsWithdrawn).ToListAsync(cancellation);
            // Rooms may be renumbered later; days and times do not change.
            var published = lottery.Entries().Select(e => $"{e.Code}:{string.Join('|', e.Wishes.Select(w => string.Join('&', w.Slots.Select(s => $"{s.Date:O} {s.From:O} {s.To:O}"))))}");
            var entered = entries.Select(e => $"{e.Code}:{string.Join('|', e.Wishes.GroupBy(w => w.Rank).OrderBy(g => g.Key).Select(g => string.Join('&', g.OrderBy(w => w.Part).Select(s => $"{s.Date:O} {s.From:O} {s.To:O}"))))}");
            other.AddRange(published.ToHashSet().SetEquals(entered) && lottery.Entries().Count == entries.Count ? [] : [lottery.Id]);
            replayed.AddRange(lottery.Seed is null || lottery.Publish("").Differences().Count == 0 ? [] : [lottery.Id]);
            var won = lottery.Results().SelectMany(r => r.Won.Select(rank => (r.Code, rank))).ToHashSet();
            var ids = await db.Hires.IgnoreQueryFilters().Where(h => h.LotteryId == lottery.Id).Select(h => h.Id).ToListAsync(cancellation);
            var given = entries.SelectMany(e => e.Wishes.Where(w => won.Contains((e.Code, w.Rank))).Select(w => w.HireId)).ToList();
            lost.AddRange(given.TrueForAll(h => h is { } id && ids.Contains(id)) && given.Count == ids.Count ? [] : [lottery.Id]);
        }

        yield return Of("締め切った抽選の公開の一覧は、受け付けた申し込みと同じ", other);
        yield return Of("抽選の結果は、計算し直したものと同じ", replayed);
        yield return Of("当選した希望は、1つずつ予約になっている", lost);
        yield return new("1つの抽選に、同じ団体の申し込みは1つ", await db.LotteryEntries.IgnoreQueryFilters().Where(e => !e.IsWithdrawn && e.PartyKey != "").GroupBy(e => new { e.LotteryId, e.PartyKey }).LongCountAsync(g => g.Count() > 1, cancellation));
    }

    private static Invariant Of(string name, List<Guid> broken) => new(name, broken.Count, broken.Count == 0 ? null : broken[0].ToString());
}
