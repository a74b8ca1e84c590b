using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Kominkan.Booking;

/// <summary>What machines read of free rooms: the whole city on one day, without names. Documented in docs/open-data.md.</summary>
internal sealed class Availability(BookingDb db, DayQueries queries, AvailabilityStamps stamps, IRooms rooms, IHallDirectory directory, IOpeningCalendar openings, TimeProvider clock)
{
    private const int Furthest = 1000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly TableColumn[] Columns = ["日付", "館番号", "館名", "室番号", "室名", "定員", "開始", "終了", "状態", "URL"];

    public static void Map(IEndpointRouteBuilder app)
    {
        var tags = new PublicPageAttribute(BookingModule.RoomsTag, "halls");
        app.MapGet("/rooms/availability.json", (string? date, HttpContext http, Availability all) => all.JsonAsync(date, http)).AllowAnonymous().WithMetadata(tags);
        app.MapGet("/rooms/availability.csv", (string? date, HttpContext http, Availability all) => all.CsvAsync(date, http)).AllowAnonymous().WithMetadata(tags);
    }

    private Task<IResult> JsonAsync(string? date, HttpContext http) => AnswerAsync(date, http, "application/json; charset=utf-8", day =>
        Task.FromResult(JsonSerializer.SerializeToUtf8Bytes(new DayJson(Text(day.Date), [.. day.Rooms.Select(r => new RoomJson(r.Hall.No, r.Hall.Name, r.Room.No, r.Room.Name, r.Room.Capacity, $"/rooms/{r.Room.Id}", Text(r.Opening.From), Text(r.Opening.To),
            [.. r.Taken.Select(t => new TakenJson(Text(t.From)!, Text(t.To)!, Wording.Of(t.Kind)))], [.. Free(r).Select(f => new FreeJson(Text(f.From)!, Text(f.To)!))]))]), Json)));

    private Task<IResult> CsvAsync(string? date, HttpContext http) => AnswerAsync(date, http, TableWriter.ContentType(TableFormat.Csv), async day =>
    {
        await using var file = new MemoryStream();
        await TableWriter.WriteAsync(file, TableFormat.Csv, new Table("空き状況", Columns, day.Rooms.SelectMany(r => Lines(day.Date, r))), http.RequestAborted);
        return file.ToArray();
    });

    private async Task<IResult> AnswerAsync(string? date, HttpContext http, string type, Func<Day, Task<byte[]>> write)
    {
        var today = clock.Today();
        if ((string.IsNullOrEmpty(date) ? today : JapaneseEra.TryParse(date)) is not { } day)
        {
            return Results.Problem("date を日として読み取れません。2026-12-05 のように指定してください。", statusCode: StatusCodes.Status400BadRequest);
        }

        if (day < today || day > today.AddDays(Furthest))
        {
            return Results.Problem($"date には、今日から{Furthest}日後までの日を 2026-12-05 のように指定してください。", statusCode: StatusCodes.Status400BadRequest);
        }

        var content = await write(await ReadAsync(day, http.RequestAborted));
        var tag = Convert.ToHexString(SHA256.HashData(content))[..32];
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(content, type, lastModified: stamps.Of(day, type, tag), entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    private async Task<Day> ReadAsync(DateOnly day, CancellationToken cancellation)
    {
        var (times, found) = ((await queries.OfCityAsync(db, day, day, cancellation)).ToLookup(t => t.RoomId), new List<RoomDayUse>());
        foreach (var hall in (await directory.GetAsync(cancellation)).All)
        {
            var opening = await openings.OnAsync(hall.Id, day, cancellation);
            var all = await rooms.OfHallAsync(hall.Id, cancellation);
            var plan = new DayPlan(all, all.SelectMany(r => times[r.Id]), clock.UtcNow());
            found.AddRange(all.Where(r => !r.IsLibrary).Select(r => new RoomDayUse(hall, r, opening, [.. plan.Of(r)])));
        }

        return new Day(day, found);
    }

    /// <summary>A row for each stretch of the hours the hall is open, free or not; one that says so where it is closed.</summary>
    private static IEnumerable<IReadOnlyList<object?>> Lines(DateOnly date, RoomDayUse use)
    {
        var stretches = use.Taken.Select(t => (t.From, t.To, Word: Wording.Of(t.Kind))).Concat(Free(use).Select(f => (f.From, f.To, Word: Wording.Of(Freedom.Free).Word))).OrderBy(s => s.From).Select(s => ((TimeOnly?)s.From, (TimeOnly?)s.To, s.Word));
        foreach (var (from, to, word) in use.Opening.IsOpen ? stretches : stretches.Append((null, null, "休館")))
        {
            yield return [Text(date), use.Hall.No, use.Hall.Name, use.Room.No, use.Room.Name, use.Room.Capacity, Text(from), Text(to), word, $"/rooms/{use.Room.Id}"];
        }
    }

    /// <summary>What is left of the hours the hall is open.</summary>
    private static IEnumerable<(TimeOnly From, TimeOnly To)> Free(RoomDayUse use)
    {
        if (use.Opening is not { From: { } from, To: { } closes })
        {
            yield break;
        }

        foreach (var taken in use.Taken)
        {
            if (taken.From > from)
            {
                yield return (from, taken.From < closes ? taken.From : closes);
            }

            from = taken.To > from ? taken.To : from;
        }

        if (from < closes)
        {
            yield return (from, closes);
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private sealed record Day(DateOnly Date, IReadOnlyList<RoomDayUse> Rooms);

    private sealed record RoomDayUse(HallRef Hall, Room Room, Opening Opening, IReadOnlyList<RoomTime> Taken);

    private sealed record DayJson(string Date, IReadOnlyList<RoomJson> Rooms);

    /// <param name="Opens">Null where the hall is closed.</param>
    private sealed record RoomJson(string Hall, string HallName, string Room, string RoomName, int Capacity, string Url, string? Opens, string? Closes, IReadOnlyList<TakenJson> Taken, IReadOnlyList<FreeJson> Free);

    private sealed record TakenJson(string From, string To, string Kind);

    private sealed record FreeJson(string From, string To);
}

/// <summary>Since when a file says what it says, as far as this host has seen it.</summary>
internal sealed class AvailabilityStamps(TimeProvider clock)
{
    private const int Most = 5000;

    private readonly ConcurrentDictionary<(DateOnly, string), (string Tag, DateTimeOffset Since)> seen = new();

    public DateTimeOffset Of(DateOnly day, string type, string tag)
    {
        if (seen.Count > Most)
        {
            seen.Clear();
        }

        return seen.AddOrUpdate((day, type), _ => (tag, clock.GetUtcNow()), (_, known) => known.Tag == tag ? known : (tag, clock.GetUtcNow())).Since;
    }
}
