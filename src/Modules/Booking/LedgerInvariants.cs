using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of the record of changes: it is one chain, it is what happened, and nobody has taken its locks off.</summary>
internal sealed class LedgerInvariants(BookingDb db, LedgerTriggers triggers, ISlotLedger ledger) : IInvariants
{
    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        yield return new Invariant("部屋の変更は、データベースが書きとめ、書き換えを断る", Math.Max(0, await triggers.MissingAsync(cancellation)));
        yield return await ChainAsync(cancellation);
        var live = db.Occupancies.IgnoreQueryFilters().Where(o => o.ReleasedAt == null && o.Kind != RoomUseKind.Hold);
        var last = db.SlotChanges.Where(c => !db.SlotChanges.Any(later => later.OccupancyId == c.OccupancyId && later.Id > c.Id) && c.Act != SlotAct.GivenUp && c.Act != SlotAct.Left);
        yield return await CountAsync("いまの部屋の利用は、すべて変更の記録にある", live.Where(o => !last.Any(c =>
            c.OccupancyId == o.Id && c.RoomId == o.RoomId && c.Date == o.Date && c.From == o.From && c.To == o.To && c.Kind == o.Kind)).Select(o => o.Id), cancellation);
        yield return await CountAsync("変更の記録で使われている時間は、いまも使われている", last.Where(c => !live.Any(o => o.Id == c.OccupancyId)).Select(c => c.OccupancyId), cancellation);
    }

    private async Task<Invariant> ChainAsync(CancellationToken cancellation)
    {
        var (chain, wrong, example) = (new LedgerChain(SlotLedger.Start, 0), 0L, (string?)null);
        await foreach (var entry in ledger.ReadAsync(cancellation))
        {
            if (chain.Take(entry) is { } sentence)
            {
                wrong++;
                example ??= sentence;
            }
        }

        return new Invariant("部屋の変更の記録は、最初から最後までつながっている", wrong, example);
    }

    private static async Task<Invariant> CountAsync(string name, IQueryable<Guid> broken, CancellationToken cancellation)
    {
        var ids = await broken.Take(1001).ToListAsync(cancellation);
        return new Invariant(name, ids.Count, ids.Count == 0 ? null : ids[0].ToString());
    }
}
