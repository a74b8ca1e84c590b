using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>The tables of free rooms: one query, the rest from memory.</summary>
internal sealed class RoomDays(BookingDb db, DayQueries queries, RuleBook book, DrawnRooms drawn, IRooms rooms, IOpeningCalendar openings, BookingTimes times, TimeProvider clock)
{
    /// <summary>The rooms for hire of a hall on one day.</summary>
    public async Task<RoomTable> OfHallAsync(Guid hall, DateOnly date, CancellationToken cancellation = default)
    {
        var all = await rooms.OfHallAsync(hall, cancellation);
        var plan = new DayPlan(all, await queries.OfHallAsync(db, hall, date, date, cancellation), clock.UtcNow());
        var day = await DayAsync(hall, date, cancellation);
        return new RoomTable(day.Bands, [.. all.Where(r => !r.IsLibrary).Select(r => new RoomRow(r, date, Cells(r, day, plan)))], [day]);
    }

    /// <summary>One room on the seven days from the first.</summary>
    public async Task<RoomTable> OfWeekAsync(Room room, DateOnly first, CancellationToken cancellation = default)
    {
        var all = await rooms.OfHallAsync(room.HallId, cancellation);
        var plan = new DayPlan(all, await queries.OfHallAsync(db, room.HallId, first, first.AddDays(6), cancellation), clock.UtcNow());
        var days = new List<RoomDay>();
        for (var n = 0; n < 7; n++)
        {
            days.Add(await DayAsync(room.HallId, first.AddDays(n), cancellation));
        }

        return new RoomTable(days[0].Bands, [.. days.Select(d => new RoomRow(room, d.Date, Cells(room, d, plan)))], days);
    }

    /// <summary>What happens in a hall on a day, for who looks for one room's free time.</summary>
    public async Task<DayPlan> PlanAsync(Guid hall, DateOnly date, CancellationToken cancellation = default) =>
        new(await rooms.OfHallAsync(hall, cancellation), await queries.OfHallAsync(db, hall, date, date, cancellation), clock.UtcNow());

    private async Task<RoomDay> DayAsync(Guid hall, DateOnly date, CancellationToken cancellation) => new(
        date,
        await openings.OnAsync(hall, date, cancellation),
        openings.HolidayOn(date),
        (await book.GetAsync(cancellation)).BandsOn(hall, date),
        await times.OpensAsync(hall, date, UserClass.Group, HireProduct.Band, HireChannel.Web, cancellation),
        await drawn.OnAsync(hall, date, cancellation));

    private IReadOnlyList<RoomCell> Cells(Room room, RoomDay day, DayPlan plan) => [.. day.Bands.Select(b => CellOf(room, day, b, plan))];

    private RoomCell CellOf(Room room, RoomDay day, TimeBand band, DayPlan plan)
    {
        var now = clock.UtcNow();
        if (!day.Opening.IsOpen || band.From < day.Opening.From || band.To > day.Opening.To)
        {
            return new RoomCell(new Status("休館", Tone.Off), band, null);
        }

        if (day.Date.ToUtc(band.From) <= now)
        {
            return new RoomCell(new Status("終了", Tone.Off), band, null);
        }

        var freedom = plan.FreedomOf(room, day.Date, band.From, band.To);
        if (freedom != Freedom.Taken && day.Drawn.TryGetValue(room.Id, out var byLot))
        {
            return new RoomCell(new Status("抽選", Tone.Warn), band, byLot.LotteryId is { } lottery ? $"/lotteries/{lottery}" : null);
        }

        var url = day.OpensAt > now ? null : freedom switch
        {
            Freedom.Free => $"/rooms/{room.Id}/book?date={day.Date:yyyy-MM-dd}&from={band.From:HH\\:mm}&to={band.To:HH\\:mm}",
            Freedom.Partly => $"/rooms/{room.Id}/hours?date={day.Date:yyyy-MM-dd}",
            _ => $"/rooms/{room.Id}/wait?date={day.Date:yyyy-MM-dd}&from={band.From:HH\\:mm}&to={band.To:HH\\:mm}",
        };
        return new RoomCell(Wording.Of(freedom), band, url);
    }
}

/// <param name="Bands">The columns.</param>
internal sealed record RoomTable(IReadOnlyList<TimeBand> Bands, IReadOnlyList<RoomRow> Rows, IReadOnlyList<RoomDay> Days);

/// <param name="Drawn">Rooms that are drawn for the month and cannot be booked yet.</param>
/// <param name="OpensAt">When groups may book its bands on the web, UTC; null where no rule says so.</param>
internal sealed record RoomDay(DateOnly Date, Opening Opening, string? Holiday, IReadOnlyList<TimeBand> Bands, DateTime? OpensAt, IReadOnlyDictionary<Guid, DrawnRoom> Drawn);

internal sealed record RoomRow(Room Room, DateOnly Date, IReadOnlyList<RoomCell> Cells);

/// <param name="Url">Where it can be booked, or waited for; null where it cannot.</param>
internal sealed record RoomCell(Status Status, TimeBand Band, string? Url)
{
    /// <summary>What choosing it does.</summary>
    public string Verb => Url?.Contains("/wait?", StringComparison.Ordinal) == true ? "の空きを待つ" : Url?.StartsWith("/lotteries/", StringComparison.Ordinal) == true ? "の抽選を見る" : "を選ぶ";
}
