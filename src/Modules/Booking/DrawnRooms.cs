using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Which rooms are given out by a draw for a month, and are not booked until it has been held. Halls without such a rule cost nothing.</summary>
internal sealed class DrawnRooms(BookingDb db, RuleBook book, IRooms rooms, TimeProvider clock)
{
    private static readonly Dictionary<Guid, DrawnRoom> None = [];

    /// <summary>Why the room is not booked at this moment by who comes first, or null.</summary>
    public async Task<string?> WhyNotAsync(Guid hall, RoomSlot slot, CancellationToken cancellation = default) =>
        (await OnAsync(hall, slot.Date, cancellation)).GetValueOrDefault(slot.RoomId)?.Why;

    /// <summary>The rooms of the hall that cannot be booked for the day because they are drawn.</summary>
    public async Task<IReadOnlyDictionary<Guid, DrawnRoom>> OnAsync(Guid hall, DateOnly date, CancellationToken cancellation = default)
    {
        var rules = await book.GetAsync(cancellation);
        if (!rules.HasLotteries)
        {
            return None;
        }

        var (now, month) = (clock.UtcNow(), new DateOnly(date.Year, date.Month, 1));
        var draws = await db.Lotteries.IgnoreQueryFilters().AsNoTracking().Where(l => l.HallId == hall && l.Month == month)
            .Select(l => new { l.Id, l.RoomId, l.State, l.OpensAt, l.ClosesAt, l.FirstComeAt }).ToListAsync(cancellation);
        var found = new Dictionary<Guid, DrawnRoom>();
        foreach (var room in await rooms.OfHallAsync(hall, cancellation))
        {
            var rule = rules.LotteryOf(hall, room.Id, month);
            if ((draws.Find(l => l.RoomId == room.Id) ?? (rule?.RoomId is null ? draws.Find(l => l.RoomId == Guid.Empty) : null)) is { } draw)
            {
                if (draw.State != LotteryState.Drawn || draw.FirstComeAt > now)
                {
                    found[room.Id] = new(draw.Id, draw.State == LotteryState.Drawn ? $"抽選で残った部屋の受付は{Wording.Moment(draw.FirstComeAt)}からです。"
                        : draw.OpensAt > now ? $"この月の部屋は抽選で決めます。申し込みは{Wording.Moment(draw.OpensAt)}からです。"
                        : draw.ClosesAt > now ? "この月の部屋は、いま抽選の申し込みを受け付けています。抽選のページから申し込んでください。"
                        : "この月の部屋は抽選の結果を待っています。結果が出てから、残りを受け付けます。");
                }
            }
            else if (rule is { Kind: LotteryKind.Month } && FirstComeOf(rule, month) is var opens && opens > now)
            {
                found[room.Id] = new(null, $"この月の部屋は抽選で決めます。残った部屋の受付は{Wording.Moment(opens)}からです。");
            }
        }

        return found;
    }

    /// <summary>The rooms that can be wished for in a draw.</summary>
    public async Task<IReadOnlyList<Room>> OfAsync(Lottery lottery, CancellationToken cancellation = default)
    {
        var rules = await book.GetAsync(cancellation);
        return [.. (await rooms.OfHallAsync(lottery.HallId, cancellation)).Where(r => !r.IsLibrary && (lottery.RoomId == Guid.Empty ? rules.LotteryOf(lottery.HallId, r.Id, lottery.Month)?.RoomId is null : r.Id == lottery.RoomId))];
    }

    /// <summary>From when what a draw of a month has left is booked by who comes first.</summary>
    public static DateTime FirstComeOf(LotteryRule rule, DateOnly month) => month.AddMonths(-rule.MonthsAhead).AddDays(rule.FirstComeOn - 1).ToUtc(new TimeOnly(12, 0));
}

/// <param name="LotteryId">The draw; null where it has not been announced yet.</param>
/// <param name="Why">A sentence that says when the room can be had.</param>
internal sealed record DrawnRoom(Guid? LotteryId, string Why);
