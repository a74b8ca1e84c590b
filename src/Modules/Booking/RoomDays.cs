using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;

namespace Kominkan.Booking;

/// <summary>The tables of free rooms: one query, the rest from memory.</summary>
internal sealed class RoomDays(BookingDb db, DayQueries queries, RuleBook book, DrawnRooms drawnRooms, IRooms rooms, IOpeningCalendar openings, BookingTimes times, TimeProvider clock)
{
    /// <summary>The rooms for hire of a hall on one day.</summary>
    public async Task<RoomTable> OfHallAsync(Guid hall, DateOnly date, CancellationToken cancellation = default)
    {
        var all = await rooms.OfHallAsync(hall, cancellation);
        var plan = new DayPlan(all, await queries.OfHallAsync(db, hall, date, date, cancellation), clock.UtcNow());
        var (day, rows) = (await DayAsync(hall, date, [], cancellation), new List<RoomRow>());
        foreach (var room in all.Where(r => !r.IsLibrary))
        {
            rows.Add(new RoomRow(room, date, await CellsAsync(room, day, plan, cancellation)));
        }

        return new RoomTable(day.Bands, rows, [day]);
    }

    /// <summary>One room on so many days from the first.</summary>
    public async Task<RoomTable> OfRoomAsync(Room room, DateOnly first, int count, CancellationToken cancellation = default)
    {
        var all = await rooms.OfHallAsync(room.HallId, cancellation);
        var uses = (await queries.OfHallAsync(db, room.HallId, first, first.AddDays(count - 1), cancellation)).ToLookup(u => u.Date);
        var (days, rows, drawn) = (new List<RoomDay>(), new List<RoomRow>(), new Dictionary<DateOnly, IReadOnlyDictionary<Guid, DrawnRoom>>());
        for (var n = 0; n < count; n++)
        {
            var day = await DayAsync(room.HallId, first.AddDays(n), drawn, cancellation);
            days.Add(day);
            rows.Add(new RoomRow(room, day.Date, await CellsAsync(room, day, new DayPlan(all, uses[day.Date], clock.UtcNow()), cancellation)));
        }

        return new RoomTable(days[0].Bands, rows, days);
    }

    /// <summary>What happens in a hall on a day, for who looks for one room's free time.</summary>
    public async Task<DayPlan> PlanAsync(Guid hall, DateOnly date, CancellationToken cancellation = default) =>
        new(await rooms.OfHallAsync(hall, cancellation), await queries.OfHallAsync(db, hall, date, date, cancellation), clock.UtcNow());

    /// <param name="drawn">What is known of each month already.</param>
    private async Task<RoomDay> DayAsync(Guid hall, DateOnly date, Dictionary<DateOnly, IReadOnlyDictionary<Guid, DrawnRoom>> drawn, CancellationToken cancellation)
    {
        var month = new DateOnly(date.Year, date.Month, 1);
        if (!drawn.TryGetValue(month, out var byLot))
        {
            drawn[month] = byLot = await drawnRooms.OnAsync(hall, date, cancellation);
        }

        return new(
            date,
            await openings.OnAsync(hall, date, cancellation),
            openings.HolidayOn(date),
            (await book.GetAsync(cancellation)).BandsOn(hall, date),
            await times.OpensAsync(hall, date, UserClass.Group, HireProduct.Band, HireChannel.Web, cancellation),
            byLot);
    }

    private async Task<IReadOnlyList<RoomCell>> CellsAsync(Room room, RoomDay day, DayPlan plan, CancellationToken cancellation)
    {
        var prices = await book.PricesAsync(room.Id, day.Date, cancellation);
        return [.. day.Bands.Select(b => CellOf(room, day, b, plan, prices))];
    }

    private RoomCell CellOf(Room room, RoomDay day, TimeBand band, DayPlan plan, IReadOnlyList<RoomPrice> prices)
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

        var (freedom, sellsBand, sellsHours) = (plan.FreedomOf(room, day.Date, band.From, band.To), Fee.OfBands(prices, [band.Name]) is not null, prices.Any(p => p.Bands == RoomPrice.Hour));
        if (!sellsBand && !sellsHours)
        {
            return new RoomCell(new Status("貸出なし", Tone.Off), band, null);
        }

        if (freedom != Freedom.Taken && day.Drawn.TryGetValue(room.Id, out var byLot))
        {
            return new RoomCell(new Status("抽選", Tone.Warn), band, byLot.LotteryId is { } lottery ? $"/lotteries/{lottery}" : null);
        }

        // What is partly free is of use only to who may hire by the hour.
        freedom = freedom == Freedom.Partly && !sellsHours ? Freedom.Taken : freedom;
        var time = $"date={day.Date:yyyy-MM-dd}&from={band.From:HH\\:mm}&to={band.To:HH\\:mm}";
        var url = day.OpensAt > now ? null : freedom switch
        {
            Freedom.Free => $"/rooms/{room.Id}/{(sellsBand ? "book" : "hours")}?{time}",
            Freedom.Partly => $"/rooms/{room.Id}/hours?date={day.Date:yyyy-MM-dd}",
            _ => $"/rooms/{room.Id}/wait?{time}",
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
