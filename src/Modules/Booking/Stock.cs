using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Sees to it that never more of a hall's equipment is promised for one moment than there is.</summary>
internal sealed class Stock(BookingDb db, StockLock stockLock, RuleBook book)
{
    /// <summary>Demands what goes with a hire that is about to be saved, behind the lock of each piece.</summary>
    /// <exception cref="RuleBroken">Others have it for part of the time.</exception>
    public Task DemandAsync(RoomHire hire, CancellationToken cancellation = default) => DemandAsync(hire, hire.Slot, cancellation);

    /// <summary>The same for a time beside the hire's own, that is to be added to it.</summary>
    /// <exception cref="RuleBroken">Others have it for part of the time.</exception>
    public async Task DemandAsync(RoomHire hire, RoomSlot slot, CancellationToken cancellation = default)
    {
        await stockLock.TakeAsync(hire.HallId, hire.Items.Select(i => i.Name), cancellation);
        foreach (var item in hire.Items)
        {
            var left = await LeftAsync(hire.HallId, item.Name, slot, cancellation);
            if (item.Count > left)
            {
                throw new RuleBroken(left > 0 ? $"{item.Name}は、この時間はあと{left}つです。数を減らしてください。" : $"{item.Name}は、この時間はもう空きがありません。");
            }
        }
    }

    /// <summary>How many are left for the whole of the time.</summary>
    public async Task<int> LeftAsync(Guid hall, string name, RoomSlot slot, CancellationToken cancellation = default)
    {
        var stock = (await book.FeesAsync(cancellation)).EquipmentOn(hall, slot.Date).FirstOrDefault(e => e.Name == name)?.Stock ?? 0;
        var taken = await Out().AsNoTracking().Where(i => i.HallId == hall && i.Name == name && i.Date == slot.Date && i.From < slot.To && i.To > slot.From).ToListAsync(cancellation);
        return stock - HireItem.Peak(taken);
    }

    /// <summary>The most that are promised for one moment from the day on.</summary>
    public async Task<int> PromisedAsync(Guid hall, string name, DateOnly from, CancellationToken cancellation = default) =>
        (await Out().AsNoTracking().Where(i => i.HallId == hall && i.Name == name && i.Date >= from).ToListAsync(cancellation))
            .GroupBy(i => i.Date).Select(day => HireItem.Peak([.. day])).DefaultIfEmpty().Max();

    /// <summary>Whatever goes with hires that take place.</summary>
    public IQueryable<HireItem> Out() => db.Items.Where(i => db.Hires.IgnoreQueryFilters().Any(h => h.Id == i.HireId && h.State != HireState.Cancelled && h.State != HireState.Refused));
}

/// <summary>One at a time looks how much of a piece is left and takes it. On SQLite whoever writes is the only one anyway.</summary>
internal class StockLock(AppDatabase database)
{
    /// <summary>Holds the pieces until the transaction ends; always in the same order, so that nobody waits in a ring.</summary>
    public virtual async Task TakeAsync(Guid hall, IEnumerable<string> names, CancellationToken cancellation = default)
    {
        foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
        {
            await database.TakeTurnAsync($"booking.equipment/{hall}/{name}", cancellation);
        }
    }
}
