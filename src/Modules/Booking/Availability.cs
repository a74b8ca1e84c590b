using System.Globalization;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kominkan.Booking;

/// <summary>What machines read of free rooms: the whole city on one day, without names.</summary>
internal static class Availability
{
    private const int Furthest = 1000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/rooms/availability.json", DayAsync).AllowAnonymous().WithMetadata(new PublicPageAttribute(BookingModule.RoomsTag, "halls"));

    private static async Task<IResult> DayAsync(string? date, HttpContext http, BookingDb db, DayQueries queries, IRooms rooms, IHallDirectory directory, IOpeningCalendar openings, TimeProvider clock, CancellationToken cancellation)
    {
        var today = clock.Today();
        if ((date is null ? today : JapaneseEra.TryParse(date)) is not { } day || day < today || day > today.AddDays(Furthest))
        {
            return Results.Problem("date には、今日からの日を 2026-12-05 のように指定してください。", statusCode: StatusCodes.Status400BadRequest);
        }

        var times = (await queries.OfCityAsync(db, day, cancellation)).ToLookup(t => t.RoomId);
        var found = new List<RoomJson>();
        foreach (var hall in (await directory.GetAsync(cancellation)).All)
        {
            var opening = await openings.OnAsync(hall.Id, day, cancellation);
            var all = await rooms.OfHallAsync(hall.Id, cancellation);
            var plan = new DayPlan(all, all.SelectMany(r => times[r.Id]), clock.UtcNow());
            found.AddRange(all.Where(r => !r.IsLibrary).Select(r => new RoomJson(hall.No, hall.Name, r.No, r.Name, r.Capacity, $"/rooms/{r.Id}", Text(opening.From), Text(opening.To),
                [.. plan.Of(r).Select(t => new TakenJson(Text(t.From)!, Text(t.To)!, Wording.Of(t.Kind)))])));
        }

        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Json(new DayJson(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found));
    }

    private static string? Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record DayJson(string Date, IReadOnlyList<RoomJson> Rooms);

    /// <param name="Opens">Null where the hall is closed.</param>
    private sealed record RoomJson(string Hall, string HallName, string Room, string RoomName, int Capacity, string Url, string? Opens, string? Closes, IReadOnlyList<TakenJson> Taken);

    private sealed record TakenJson(string From, string To, string Kind);
}
