using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What must hold of the rooms' one calendar, whatever was pressed at the same moment.</summary>
internal sealed class BookingInvariants(BookingDb db, IRooms rooms, Stock stock, ICashier cashier) : IInvariants
{
    private const int Batch = 5000;

    public async IAsyncEnumerable<Invariant> CheckAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // The key forbids it; a restored or mended database is asked all the same.
        yield return new("同じ部屋の同じ時間は1つのことにだけ使う", await db.Cells.GroupBy(c => new { c.SpaceId, c.Date, c.Number }).LongCountAsync(g => g.Count() > 1, cancellation));
        yield return await CellsAsync(cancellation);
        yield return await CountAsync("取り消した利用は時間を取っていない", o => o.ReleasedAt != null && db.Cells.Any(c => c.OccupancyId == o.Id), cancellation);
        yield return await CountAsync("取り置きには期限がある", o => o.Kind == RoomUseKind.Hold && o.ExpiresAt == null, cancellation);
        yield return new("生きている予約は、その部屋と時間をちょうど1つ取っている", await db.Hires.IgnoreQueryFilters().LongCountAsync(h =>
            (h.State == HireState.Booked || h.State == HireState.Permitted || h.State == HireState.Won) && db.Occupancies.IgnoreQueryFilters().Count(o =>
                o.Subject == h.Id && o.Kind == RoomUseKind.Hire && o.ReleasedAt == null && o.RoomId == h.RoomId && o.Date == h.Date && o.From == h.From && o.To == h.To) != 1, cancellation));
        yield return new("取り消した予約と不許可の予約は、部屋を取っていない", await db.Hires.IgnoreQueryFilters().LongCountAsync(h =>
            (h.State == HireState.Cancelled || h.State == HireState.Refused) && db.Occupancies.IgnoreQueryFilters().Any(o => o.Subject == h.Id && o.ReleasedAt == null), cancellation));
        yield return new("不許可の予約だけに、理由と教示がある", await db.Hires.IgnoreQueryFilters().LongCountAsync(h => (h.State == HireState.Refused) != (h.Refusal != null && h.Refusal.Appeal != "" && h.Refusal.Article != ""), cancellation));
        yield return new("貸館の利用には予約がある", await db.Occupancies.IgnoreQueryFilters().LongCountAsync(o => o.Kind == RoomUseKind.Hire && !db.Hires.IgnoreQueryFilters().Any(h => h.Id == o.Subject), cancellation));
        yield return new("承認していない申請は部屋を取り続けない", await db.Blocks.IgnoreQueryFilters().LongCountAsync(b =>
            b.State != BlockState.Approved && db.Occupancies.IgnoreQueryFilters().Any(o => o.Subject == b.Id && o.ReleasedAt == null && o.ExpiresAt == null), cancellation));
        yield return new("案内中の空き待ちは、その部屋と時間をちょうど1つ取っている", await db.Waits.IgnoreQueryFilters().LongCountAsync(w =>
            w.State == WaitState.Offered && db.Occupancies.IgnoreQueryFilters().Count(o => o.Subject == w.Id && o.Kind == RoomUseKind.Offer && o.ReleasedAt == null && o.RoomId == w.RoomId && o.Date == w.Date && o.From == w.From && o.To == w.To) != 1, cancellation));
        yield return await CountAsync("空きの案内には、返事を待つ方がいる", o => o.Kind == RoomUseKind.Offer && o.ReleasedAt == null && !db.Waits.IgnoreQueryFilters().Any(w => w.Id == o.Subject && w.State == WaitState.Offered)
            && !db.DisplacedHires.IgnoreQueryFilters().Any(m => m.Id == o.Subject && m.State == MoveState.Offered), cancellation);
        yield return new("会場の変更の案内は、その部屋と時間をちょうど1つ取っている", await db.DisplacedHires.IgnoreQueryFilters().LongCountAsync(m =>
            m.State == MoveState.Offered && db.Occupancies.IgnoreQueryFilters().Count(o => o.Subject == m.Id && o.Kind == RoomUseKind.Offer && o.ReleasedAt == null && o.RoomId == m.OfferedRoomId && o.Date == m.Date && o.From == m.From && o.To == m.To) != 1, cancellation));
        yield return new("会場を移れない方の予約は、取り消されている", await db.DisplacedHires.IgnoreQueryFilters().LongCountAsync(m => m.State == MoveState.Refunded && db.Hires.IgnoreQueryFilters().Any(h => h.Id == m.HireId && h.State != HireState.Cancelled && h.State != HireState.Refused), cancellation));
        yield return new("予約になった空き待ちには、その予約がある", await db.Waits.IgnoreQueryFilters().LongCountAsync(w => w.State == WaitState.Taken && !db.Hires.IgnoreQueryFilters().Any(h => h.Id == w.HireId), cancellation));
        yield return await CapsAsync(cancellation);
        yield return new("使用料は説明の行の合計と同じ", await db.Hires.IgnoreQueryFilters().LongCountAsync(h => h.Fees.Any() && h.Yen != h.Fees.Sum(f => f.Yen), cancellation));
        yield return new("減免で使用料は増えない", await db.Hires.IgnoreQueryFilters().LongCountAsync(h => h.Fees.Any() && h.Yen > h.Fees.Where(f => f.Item != FeeItem.Reduction).Sum(f => f.Yen), cancellation));
        yield return await StockAsync(cancellation);
        yield return await ChargesAsync(cancellation);
        yield return new("かかる額は使用料を超えない", await db.Hires.IgnoreQueryFilters().LongCountAsync(h => h.Yen < 0 || h.Owed < 0 || h.Owed > h.Yen, cancellation));
    }

    /// <summary>What was booked while a cap held is within it; later rules do not judge what was booked before them.</summary>
    private async Task<Invariant> CapsAsync(CancellationToken cancellation)
    {
        var caps = await db.Caps.AsNoTracking().ToListAsync(cancellation);
        if (caps.Count == 0)
        {
            return new("ひと月の上限を超えて受け付けていない", 0);
        }

        var since = caps.Min(c => c.ValidFrom);
        var booked = (await db.Hires.IgnoreQueryFilters().AsNoTracking().Where(h => h.Date >= since && h.PartyKey != "" && h.LotteryId == null && h.SeasonId == null && h.State != HireState.Cancelled && h.State != HireState.Refused)
            .Select(h => new { h.PartyKey, h.UserClass, h.Date, h.Bands, h.BookedAt }).ToListAsync(cancellation))
            .Select(h => (Hire: h, Cap: caps.Find(c => c.UserClass == h.UserClass && DateOnly.FromDateTime(h.BookedAt.InJapan()) is var day && c.IsValidOn(day) && c.HoldsOn(day, h.Date))))
            .Where(h => h.Cap is not null).ToLookup(h => (h.Hire.PartyKey, h.Hire.Date.Year, h.Hire.Date.Month));
        var over = booked.LongCount(party => party.Sum(h => UseCap.CountOf(h.Hire.Bands)) > party.Max(h => h.Cap!.Most));
        return new("ひと月の上限を超えて受け付けていない", over);
    }

    /// <summary>At no moment more of a piece is out than the hall has by its latest rule of the day.</summary>
    private async Task<Invariant> StockAsync(CancellationToken cancellation)
    {
        var rules = (await db.Equipment.AsNoTracking().ToListAsync(cancellation)).ToLookup(e => (e.HallId, e.Name));
        var taken = await stock.Out().AsNoTracking().ToListAsync(cancellation);
        var over = taken.GroupBy(i => (i.HallId, i.Name, i.Date)).Where(g =>
            HireItem.Peak([.. g]) > (rules[(g.Key.HallId, g.Key.Name)].Where(e => e.ValidFrom <= g.Key.Date).MaxBy(e => e.ValidFrom)?.Stock ?? 0)).ToList();
        return new Invariant("備品は、どの時間も館にある数より多く貸さない", over.Count, over.Count == 0 ? null : $"{over[0].Key.Name} {over[0].Key.Date:yyyy-MM-dd}");
    }

    /// <summary>The cash desk knows of each hire what it costs as it stands.</summary>
    private async Task<Invariant> ChargesAsync(CancellationToken cancellation)
    {
        var (wrong, last, example) = (0L, Guid.Empty, (string?)null);
        while (await db.Hires.IgnoreQueryFilters().AsNoTracking().Where(h => h.Channel != HireChannel.Record && h.Id > last).OrderBy(h => h.Id).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            var standing = await cashier.StandingAsync([.. some.Select(h => h.Id)], cancellation);
            foreach (var hire in some.Where(h => (standing.GetValueOrDefault(h.Id)?.Due ?? 0) != h.Charged))
            {
                wrong++;
                example ??= hire.Id.ToString();
            }

            last = some[^1].Id;
        }

        return new Invariant("収納の請求は、予約の額と同じ", wrong, example);
    }

    private async Task<Invariant> CountAsync(string name, Expression<Func<Occupancy, bool>> broken, CancellationToken cancellation)
    {
        var ids = await db.Occupancies.IgnoreQueryFilters().Where(broken).Select(o => o.Id).Take(1001).ToListAsync(cancellation);
        return new Invariant(name, ids.Count, ids.Count == 0 ? null : ids[0].ToString());
    }

    /// <summary>Every use has a cell for each quarter of an hour in each space of its room, and no other.</summary>
    private async Task<Invariant> CellsAsync(CancellationToken cancellation)
    {
        var (wrong, last, example) = (0L, Guid.Empty, (string?)null);
        while (await db.Occupancies.IgnoreQueryFilters().AsNoTracking().Where(o => o.ReleasedAt == null && o.Id > last).OrderBy(o => o.Id).Take(Batch)
            .Select(o => new { Occupancy = o, Cells = db.Cells.Count(c => c.OccupancyId == o.Id && c.Date == o.Date), All = db.Cells.Count(c => c.OccupancyId == o.Id) }).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            foreach (var row in some)
            {
                var room = await rooms.FindAsync(row.Occupancy.RoomId, cancellation);
                if (room is null || row.Cells != row.All || row.Cells < Cells.Of(row.Occupancy.From, row.Occupancy.To).Numbers.Count())
                {
                    wrong++;
                    example ??= row.Occupancy.Id.ToString();
                }
            }

            last = some[^1].Occupancy.Id;
        }

        return new Invariant("部屋の利用は、その時間をもれなく取っている", wrong, example);
    }
}
