using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What the way from a free time to the receipt asks, compiled once for the application's engine, as the applications' (<c>ApplyQueries</c>).</summary>
internal sealed class HireQueries
{
    private readonly Func<BookingDb, Guid, Task<HireDraft?>> draft = EF.CompileAsyncQuery((BookingDb db, Guid key) => db.Drafts.SingleOrDefault(d => d.Id == key));

    private readonly Func<BookingDb, Guid, DateOnly, IAsyncEnumerable<RoomPrice>> prices = EF.CompileAsyncQuery((BookingDb db, Guid room, DateOnly date) =>
        db.Prices.AsNoTracking().Where(p => p.RoomId == room && p.ValidFrom <= date && (p.ValidTo == null || p.ValidTo >= date)));

    private readonly Func<BookingDb, Guid, Task<RoomHire?>> sent = EF.CompileAsyncQuery((BookingDb db, Guid key) => db.Hires.IgnoreQueryFilters().SingleOrDefault(h => h.Key == key));

    private readonly Func<BookingDb, Guid, Task<Occupancy?>> held = EF.CompileAsyncQuery((BookingDb db, Guid draft) => db.Occupancies.SingleOrDefault(o => o.Subject == draft && o.Kind == RoomUseKind.Hold));

    private readonly Func<BookingDb, string, Task<bool>> numberTaken = EF.CompileAsyncQuery((BookingDb db, string number) => db.Hires.IgnoreQueryFilters().Any(h => h.Number == number));

    private readonly Func<BookingDb, string, IAsyncEnumerable<PointCase>> points = EF.CompileAsyncQuery((BookingDb db, string party) =>
        db.PointCases.IgnoreQueryFilters().AsNoTracking().Where(p => p.PartyKey == party && p.State == PointState.Given));

    private readonly Func<BookingDb, string, string, DateOnly, IAsyncEnumerable<Entitlement>> registered = EF.CompileAsyncQuery((BookingDb db, string party, string phone, DateOnly use) =>
        db.Entitlements.IgnoreQueryFilters().AsNoTracking().Where(e => e.PartyKey == party && e.PhoneKey == phone && e.ApprovedBy != null && e.From <= use && e.To >= use && (e.EndedOn == null || e.EndedOn >= use)));

    private readonly Func<BookingDb, Guid, DateOnly, TimeOnly, TimeOnly, IAsyncEnumerable<RoomWait>> waiting = EF.CompileAsyncQuery((BookingDb db, Guid hall, DateOnly date, TimeOnly from, TimeOnly to) =>
        db.Waits.IgnoreQueryFilters().AsNoTracking().Where(w => w.HallId == hall && w.Date == date && w.State == WaitState.Waiting && w.From < to && w.To > from));

    private readonly Func<BookingDb, Guid, Task<RoomHire>> receipt = EF.CompileAsyncQuery((BookingDb db, Guid id) => db.Hires.AsNoTracking().Single(h => h.Id == id));

    /// <summary>What is kept under the key, tracked.</summary>
    public Task<HireDraft?> DraftAsync(BookingDb db, Guid key) => draft(db, key);

    public Task<List<RoomPrice>> PricesAsync(BookingDb db, Guid room, DateOnly date, CancellationToken cancellation = default) => ListAsync(prices(db, room, date), cancellation);

    /// <summary>What came of the form before, tracked.</summary>
    public Task<RoomHire?> SentAsync(BookingDb db, Guid key) => sent(db, key);

    /// <summary>What is kept for a draft, tracked.</summary>
    public Task<Occupancy?> HeldAsync(BookingDb db, HireDraft of) => held(db, of.Id);

    public Task<bool> IsNumberTakenAsync(BookingDb db, string number) => numberTaken(db, number);

    /// <summary>Points given to the party.</summary>
    public Task<List<PointCase>> PointsAsync(BookingDb db, string party, CancellationToken cancellation = default) => ListAsync(points(db, party), cancellation);

    /// <summary>What the party is registered for on the day of use, in every hall: it may be registered where the clerk is not.</summary>
    public Task<List<Entitlement>> RegisteredAsync(BookingDb db, string party, string phone, DateOnly use, CancellationToken cancellation = default) => ListAsync(registered(db, party, phone, use), cancellation);

    /// <summary>Who waits in the hall for some of the time.</summary>
    public Task<List<RoomWait>> WaitingAsync(BookingDb db, Guid hall, RoomSlot slot, CancellationToken cancellation = default) => ListAsync(waiting(db, hall, slot.Date, slot.From, slot.To), cancellation);

    public Task<RoomHire> ReceiptAsync(BookingDb db, Guid id) => receipt(db, id);

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> found, CancellationToken cancellation)
    {
        var list = new List<T>();
        await foreach (var one in found.WithCancellation(cancellation))
        {
            list.Add(one);
        }

        return list;
    }
}
