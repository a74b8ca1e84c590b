using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>
/// The sweep behind draws of rooms: announces those the rules ask for this month and next, freezes those whose window has
/// closed, and gives on what winners did not confirm. Each is one transaction, and a second run finds nothing to do.
/// </summary>
internal sealed class RunLotteries(BookingDb db, AppDatabase database, RuleBook book, BookingTimes times, DrawLottery draw, GiveBack giveBack, IHallDirectory halls, TimeProvider clock) : IJob
{
    private static readonly TimeOnly Opens = new(9, 0);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var (now, today) = (clock.UtcNow(), clock.Today());
        await database.InTransactionAsync(() => AnnounceAsync(now, today, cancellation), cancellation);
        foreach (var closed in await db.Lotteries.Where(l => l.State == LotteryState.Open && l.ClosesAt <= now).Select(l => l.Id).ToListAsync(cancellation))
        {
            db.ChangeTracker.Clear();
            await database.InTransactionAsync(() => draw.FreezeAsync(closed, cancellation), cancellation);
        }

        foreach (var late in await db.Hires.Where(h => h.State == HireState.Won && h.ConfirmBy < now).Select(h => h.Id).ToListAsync(cancellation))
        {
            db.ChangeTracker.Clear();
            await database.InTransactionAsync(async () =>
            {
                if (await db.Hires.SingleOrDefaultAsync(h => h.Id == late && h.State == HireState.Won, cancellation) is { } hire)
                {
                    await giveBack.CancelAsync(hire, "期限までに返事がなかったため", byHall: true, byStaff: true, cancellation);
                }
            }, cancellation);
        }
    }

    private async Task AnnounceAsync(DateTime now, DateOnly today, CancellationToken cancellation)
    {
        var rules = await book.GetAsync(cancellation);
        if (!rules.HasLotteries)
        {
            return;
        }

        var there = (await db.Lotteries.Where(l => l.Month >= today).Select(l => new { l.HallId, l.RoomId, l.Month }).ToListAsync(cancellation)).Select(l => (l.HallId, l.RoomId, l.Month)).ToHashSet();
        var first = new DateOnly(today.Year, today.Month, 1);
        foreach (var hall in (await halls.GetAsync(cancellation)).All)
        {
            foreach (var begin in new[] { first, first.AddMonths(1) })
            {
                foreach (var rule in rules.LotteriesOf(hall.Id, begin))
                {
                    if (rules.MonthsAheadOf(rule, begin) is { } ahead && there.Add((hall.Id, rule.RoomId ?? Guid.Empty, begin.AddMonths(ahead))) && await OfAsync(rule, hall.Id, begin, begin.AddMonths(ahead), cancellation) is { } lottery && lottery.ClosesAt > now)
                    {
                        db.Lotteries.Add(lottery);
                    }
                }
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Lottery?> OfAsync(LotteryRule rule, Guid hall, DateOnly begin, DateOnly month, CancellationToken cancellation)
    {
        if (rule.Kind == LotteryKind.Month)
        {
            return Lottery.Of(rule, hall, month, begin.AddDays(rule.OpensOn - 1).ToUtc(Opens), begin.AddDays(rule.ClosesOn).ToUtc(TimeOnly.MinValue), DrawnRooms.FirstComeOf(rule, month));
        }

        // What opens on the first, or the next day the hall is open, is drawn for whoever came within the half hour.
        return await times.OpensAsync(hall, month, UserClass.Group, HireProduct.Band, HireChannel.Web, cancellation) is { } opens
            ? Lottery.Of(rule, hall, month, opens, opens.AddMinutes(rule.Minutes), opens.AddMinutes(rule.Minutes)) : null;
    }
}
