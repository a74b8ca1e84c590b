using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>What a room costs for a time, by the prices of the day it is used.</summary>
internal sealed class Quotes(BookingDb db, RuleBook book, IOpeningCalendar openings)
{
    /// <summary>Never null lines where it is sold; null where no price says what it costs.</summary>
    /// <param name="wishes">What is hired beside the room; nothing when left out.</param>
    public async Task<Quote> OfAsync(Room room, RoomSlot slot, Wishes? wishes = null, CancellationToken cancellation = default)
    {
        var bands = (await book.GetAsync(cancellation)).SpanOf(room.HallId, slot.Date, slot.From, slot.To);
        var prices = await PricesAsync(room.Id, slot.Date, cancellation);
        var lines = bands.Count > 0 ? Fee.OfBands(prices, bands) : Fee.OfHours(prices, slot.From, slot.To);
        return new Quote(bands, lines is null ? null : (await book.FeesAsync(cancellation)).Complete(lines, slot, room.HallId, bands.Count, IsWeekend(slot.Date), wishes ?? Wishes.None));
    }

    /// <summary>Saturdays, Sundays and national holidays.</summary>
    public bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || openings.HolidayOn(date) is not null;

    public Task<List<RoomPrice>> PricesAsync(Guid room, DateOnly date, CancellationToken cancellation = default) =>
        db.Prices.AsNoTracking().Where(p => p.RoomId == room && p.ValidFrom <= date && (p.ValidTo == null || p.ValidTo >= date)).ToListAsync(cancellation);
}

/// <param name="Bands">Empty by the hour.</param>
internal sealed record Quote(IReadOnlyList<string> Bands, IReadOnlyList<FeeLine>? Lines)
{
    public HireProduct Product => Bands.Count > 0 ? HireProduct.Band : HireProduct.Hourly;

    /// <exception cref="RuleBroken">The room is not sold for that time.</exception>
    public IReadOnlyList<FeeLine> Demand() => Lines ?? throw new RuleBroken("この部屋は、その時間では貸し出していません。館におたずねください。");
}
