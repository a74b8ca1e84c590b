using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking;

/// <summary>The one query behind every table of rooms, compiled once for the application's engine. Its cost does not grow with the years the table holds.</summary>
internal sealed class DayQueries
{
    private readonly Func<BookingDb, Guid, DateOnly, DateOnly, IAsyncEnumerable<RoomTime>> ofHall = EF.CompileAsyncQuery((BookingDb db, Guid hall, DateOnly from, DateOnly to) =>
        db.Occupancies.AsNoTracking().IgnoreQueryFilters().Where(o => o.HallId == hall && o.Date >= from && o.Date <= to && o.ReleasedAt == null)
            .Select(o => new RoomTime(o.RoomId, o.Date, o.From, o.To, o.Kind, o.ExpiresAt)));

    private readonly Func<BookingDb, DateOnly, DateOnly, IAsyncEnumerable<RoomTime>> ofCity = EF.CompileAsyncQuery((BookingDb db, DateOnly from, DateOnly to) =>
        db.Occupancies.AsNoTracking().IgnoreQueryFilters().Where(o => o.Date >= from && o.Date <= to && o.ReleasedAt == null)
            .Select(o => new RoomTime(o.RoomId, o.Date, o.From, o.To, o.Kind, o.ExpiresAt)));

    /// <summary>What happens in the hall from the first day to the last.</summary>
    public Task<IReadOnlyList<RoomTime>> OfHallAsync(BookingDb db, Guid hall, DateOnly from, DateOnly to, CancellationToken cancellation = default) => ListAsync(ofHall(db, hall, from, to), cancellation);

    /// <summary>What happens in every hall from the first day to the last.</summary>
    public Task<IReadOnlyList<RoomTime>> OfCityAsync(BookingDb db, DateOnly from, DateOnly to, CancellationToken cancellation = default) => ListAsync(ofCity(db, from, to), cancellation);

    private static async Task<IReadOnlyList<RoomTime>> ListAsync(IAsyncEnumerable<RoomTime> found, CancellationToken cancellation)
    {
        var times = new List<RoomTime>();
        await foreach (var time in found.WithCancellation(cancellation))
        {
            times.Add(time);
        }

        return times;
    }
}
