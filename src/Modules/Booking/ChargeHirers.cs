using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>Tells the cash desk what a hire costs, in the transaction that made it so, and explains it line by line.</summary>
internal sealed class ChargeHirers(BookingDb db, IRooms rooms, ICashier cashier) : IChargeLines
{
    public string Kind => "部屋の使用料";

    public string Permission => BookingModule.Hires;

    public async Task SayAsync(IReadOnlyCollection<RoomHire> hires, CancellationToken cancellation = default)
    {
        var charges = new List<Charge>();
        foreach (var hire in hires.Where(h => !h.IsRecord))
        {
            var room = (await rooms.FindAsync(hire.RoomId, cancellation))?.Name;
            charges.Add(new Charge(hire.Id, Kind, hire.HallId, hire.Number, $"{hire.Date.MonthDay()}{room}の使用料", hire.Hirer.Shown, hire.Date, hire.Charged, $"/staff/hires/{hire.Id}"));
        }

        await cashier.OweAsync(charges, cancellation);
    }

    public async Task<IReadOnlyList<ChargeLine>> OfAsync(Guid subject, CancellationToken cancellation = default)
    {
        var hire = await db.Hires.AsNoTracking().Include(h => h.Fees).SingleOrDefaultAsync(h => h.Id == subject, cancellation);
        return hire is null || hire.State == HireState.Refused ? [] : hire.State == HireState.Cancelled ? [new("取り消してもかかる額", "", hire.Owed)]
            : [.. hire.Fees.OrderBy(f => f.Line).Select(f => new ChargeLine(f.Label, f.Article, f.Yen))];
    }
}

/// <summary>Hires that were booked before there was a cash desk are told to it once.</summary>
internal sealed class ChargeEarlierHires(BookingDb db, AppDatabase database, HallScope scope, ChargeHirers charge, ICashier cashier) : IAfterMigration
{
    private const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellation)
    {
        scope.OpenEverywhere();
        var earlier = db.Hires.AsNoTracking().Where(h => h.Channel != HireChannel.Record && h.Yen > 0).OrderBy(h => h.Id);
        if (await earlier.Select(h => (Guid?)h.Id).FirstOrDefaultAsync(cancellation) is not { } first || (await cashier.StandingAsync([first], cancellation)).Count > 0)
        {
            return;
        }

        var last = Guid.Empty;
        while (await earlier.Where(h => h.Id > last).Take(Batch).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => charge.SayAsync(some, cancellation), cancellation);
            last = some[^1].Id;
        }
    }
}
