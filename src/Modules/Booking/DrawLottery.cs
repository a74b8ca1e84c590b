using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Freezes the entries of a draw of rooms, and holds it: what was won becomes hires, what was lost waits in the order of the draw.</summary>
internal sealed class DrawLottery(BookingDb db, LotteryLock lotteryLock, SpaceLock spaceLock, RoomCalendar calendar, Quotes quotes, BookingTimes times, Entitlements entitlements, ChargeHirers charge, IRooms rooms, IHallDirectory halls, TellEntrants tell, TimeProvider clock)
{
    /// <returns>The frozen draw; null when it is not there.</returns>
    /// <exception cref="RuleBroken">It is frozen already, or its window is open.</exception>
    public async Task<Lottery?> FreezeAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await lotteryLock.TakeAsync(id, cancellation) is not { } lottery)
        {
            return null;
        }

        var entries = await EntriesAsync(id, cancellation);
        var wished = await RoomsAsync(entries, cancellation);
        var parts = wished.Values.SelectMany(r => r.Spaces).Distinct().Order().Select((space, n) => (space, n)).ToDictionary(p => p.space, p => $"p{p.n + 1}");
        var numbers = wished.Values.ToDictionary(r => r.Id, r => r.No);
        lottery.Freeze([.. wished.Values.OrderBy(r => r.No, StringComparer.Ordinal).Select(r => new DrawRoom(r.No, [.. r.Spaces.Select(s => parts[s]).Order(StringComparer.Ordinal)]))],
            [.. entries.Select(e => e.Publish(numbers)).OrderBy(e => e.Code, StringComparer.Ordinal)], clock.UtcNow());
        await db.SaveChangesAsync(cancellation);
        return lottery;
    }

    /// <exception cref="RuleBroken">It is not frozen, was held already, or the number cannot be what its source publishes.</exception>
    public async Task<Lottery?> HoldAsync(Guid id, string seed, CancellationToken cancellation = default)
    {
        if (await lotteryLock.TakeAsync(id, cancellation) is not { } lottery)
        {
            return null;
        }

        var (entries, now) = (await EntriesAsync(id, cancellation), clock.UtcNow());
        var wished = await RoomsAsync(entries, cancellation);
        await spaceLock.TakeAsync(wished.Values.SelectMany(r => r.Spaces), cancellation);
        lottery.Hold(seed, await TakenAsync(entries, wished, now, cancellation), now);
        var won = await GiveAsync(lottery, entries, wished, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        await calendar.SetAsync([.. won.Select(h => new RoomNeed(h.Id, h.Use))], cancellation);
        await charge.SayAsync(won, cancellation);
        await tell.DrawnAsync(lottery, entries, won, wished, (await halls.GetAsync(cancellation)).NameOf(lottery.HallId), cancellation);
        return lottery;
    }

    private async Task<List<RoomHire>> GiveAsync(Lottery lottery, List<LotteryEntry> entries, Dictionary<Guid, Room> wished, DateTime now, CancellationToken cancellation)
    {
        var (numbers, byCode, won, order) = (new HashSet<string>(), entries.ToDictionary(e => e.Code), new List<RoomHire>(), 0);
        foreach (var result in lottery.Results())
        {
            var (entry, rank) = (byCode[result.Code], ++order);
            var got = entry.Wishes.Where(w => result.Won.Contains(w.Rank)).ToList();
            foreach (var wish in got)
            {
                var asked = entry.ToOrder(wish.Id);
                var quote = await quotes.OfAsync(wished[wish.RoomId], wish.Slot, asked.Wishes, cancellation);
                var hire = RoomHire.Book(wished[wish.RoomId], wish.Slot, asked with { Bands = quote.Bands }, quote.Demand(), now);
                await entitlements.ApplyAsync(hire, cancellation);
                hire.Win(lottery.Id, lottery.ConfirmBy);
                hire.LinkTo(entry.PersonId);
                while (!numbers.Add(hire.Number) || await db.Hires.IgnoreQueryFilters().AnyAsync(h => h.Number == hire.Number, cancellation))
                {
                    hire.Renumber();
                }

                wish.HireId = hire.Id;
                won.Add(hire);
            }

            db.Waits.AddRange(result.Won.Count >= lottery.MaxWins ? [] : Losses(entry, got).Select(w => RoomWait.Ask(wished[w.RoomId], w.Slot, entry.ToOrder(w.Id), now, rank)));
        }

        db.Hires.AddRange(won);
        return won;
    }

    /// <summary>Wishes of one slot that were not won and do not meet what was.</summary>
    private static IEnumerable<LotteryWish> Losses(LotteryEntry entry, List<LotteryWish> got) =>
        entry.Wishes.Where(w => !got.Contains(w) && entry.Wishes.Count(o => o.Rank == w.Rank) == 1 && !got.Exists(g => g.Date == w.Date && g.From < w.To && w.From < g.To));

    /// <summary>Wished for, and used for something else by now, or closed.</summary>
    private async Task<List<DrawSlot>> TakenAsync(List<LotteryEntry> entries, Dictionary<Guid, Room> wished, DateTime now, CancellationToken cancellation)
    {
        var dates = entries.SelectMany(e => e.Wishes).Select(w => w.Date).Distinct().ToList();
        var spaces = wished.Values.SelectMany(r => r.Spaces).Distinct().ToList();
        var cells = (await (from c in db.Cells
                            join o in db.Occupancies.IgnoreQueryFilters() on c.OccupancyId equals o.Id
                            where dates.Contains(c.Date) && spaces.Contains(c.SpaceId) && (o.ExpiresAt == null || o.ExpiresAt > now)
                            select new { c.SpaceId, c.Date, c.Number }).ToListAsync(cancellation)).Select(c => (c.SpaceId, c.Date, c.Number)).ToHashSet();
        var gone = new List<RoomSlot>();
        foreach (var slot in entries.SelectMany(e => e.Wishes).Select(w => w.Slot).Distinct())
        {
            if (wished[slot.RoomId].Spaces.Any(space => Cells.Of(slot.From, slot.To).Numbers.Any(n => cells.Contains((space, slot.Date, n)))) || await times.WhyClosedAsync(wished[slot.RoomId].HallId, slot, cancellation) is not null)
            {
                gone.Add(slot);
            }
        }

        return
        [
            .. gone.Select(s => new DrawSlot(wished[s.RoomId].No, s.Date, s.From, s.To)).OrderBy(s => s.Date).ThenBy(s => s.From).ThenBy(s => s.Room, StringComparer.Ordinal),
        ];
    }

    private Task<List<LotteryEntry>> EntriesAsync(Guid lottery, CancellationToken cancellation) =>
        db.LotteryEntries.Include(e => e.Wishes).Where(e => e.LotteryId == lottery && !e.IsWithdrawn).ToListAsync(cancellation);

    private async Task<Dictionary<Guid, Room>> RoomsAsync(List<LotteryEntry> entries, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, Room>();
        foreach (var id in entries.SelectMany(e => e.Wishes).Select(w => w.RoomId).Distinct())
        {
            found[id] = (await rooms.FindAsync(id, cancellation))!;
        }

        return found;
    }
}
