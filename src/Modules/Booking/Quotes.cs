using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>What a room costs for a time, by the prices of the day it is used.</summary>
internal sealed class Quotes(BookingDb db, HireQueries queries, RuleBook book, IOpeningCalendar openings)
{
    /// <summary>Never null lines where it is sold; null where no price says what it costs.</summary>
    /// <param name="wishes">What is hired beside the room; nothing when left out.</param>
    public async Task<Quote> OfAsync(Room room, RoomSlot slot, Wishes? wishes = null, CancellationToken cancellation = default)
    {
        var bands = (await book.GetAsync(cancellation)).SpanOf(room.HallId, slot.Date, slot.From, slot.To);
        return await OfAsync(room, slot, bands, await PricesAsync(room.Id, slot.Date, cancellation), wishes ?? Wishes.None, cancellation);
    }

    /// <summary>The same by the prices in memory, for pages that show many; whoever books is told the price anew.</summary>
    public async Task<Quote> FromMemoryAsync(Room room, RoomSlot slot, CancellationToken cancellation = default) =>
        await OfAsync(room, slot, (await book.GetAsync(cancellation)).SpanOf(room.HallId, slot.Date, slot.From, slot.To), await book.PricesAsync(room.Id, slot.Date, cancellation), Wishes.None, cancellation);

    private async Task<Quote> OfAsync(Room room, RoomSlot slot, IReadOnlyList<string> bands, IReadOnlyCollection<RoomPrice> prices, Wishes wishes, CancellationToken cancellation)
    {
        var lines = bands.Count > 0 ? Fee.OfBands(prices, bands) : Fee.OfHours(prices, slot.From, slot.To);
        return new Quote(bands, lines is null ? null : (await book.FeesAsync(cancellation)).Complete(lines, slot, room.HallId, bands.Count, IsWeekend(slot.Date), wishes));
    }

    /// <summary>Bands of the day, and bands in a row, with what they cost; those without a price are not sold.</summary>
    public async Task<IReadOnlyList<PricedSpan>> SpansAsync(Room room, DateOnly date, IReadOnlyCollection<RoomPrice> prices, CancellationToken cancellation = default)
    {
        var (bands, fees, isWeekend) = ((await book.GetAsync(cancellation)).BandsOn(room.HallId, date), await book.FeesAsync(cancellation), IsWeekend(date));
        return [.. from first in Enumerable.Range(0, bands.Count)
                   from last in Enumerable.Range(first, bands.Count - first)
                   let names = bands.Skip(first).Take(last - first + 1).Select(b => b.Name).ToList()
                   let fee = Fee.OfBands(prices, names)
                   let slot = new RoomSlot(room.Id, date, bands[first].From, bands[last].To)
                   where fee is not null
                   orderby names.Count, first
                   select new PricedSpan(RoomPrice.Key(names), slot.From, slot.To, fees.Complete(fee, slot, room.HallId, names.Count, isWeekend, Wishes.None).Sum(f => f.Yen))];
    }

    /// <summary>Saturdays, Sundays and national holidays.</summary>
    public bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || openings.HolidayOn(date) is not null;

    public Task<List<RoomPrice>> PricesAsync(Guid room, DateOnly date, CancellationToken cancellation = default) =>
        queries.PricesAsync(db, room, date, cancellation);
}

/// <summary>Bands that are hired together, and what the room costs for them.</summary>
internal sealed record PricedSpan(string Bands, TimeOnly From, TimeOnly To, int Yen);

/// <param name="Bands">Empty by the hour.</param>
internal sealed record Quote(IReadOnlyList<string> Bands, IReadOnlyList<FeeLine>? Lines)
{
    public HireProduct Product => Bands.Count > 0 ? HireProduct.Band : HireProduct.Hourly;

    /// <exception cref="RuleBroken">The room is not sold for that time.</exception>
    public IReadOnlyList<FeeLine> Demand() => Lines ?? throw new RuleBroken("この部屋は、その時間では貸し出していません。館におたずねください。");
}
