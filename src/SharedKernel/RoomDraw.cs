using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Kominkan.SharedKernel;

/// <summary>Some time of a room that can be won.</summary>
/// <param name="Room">Number of the room in its hall.</param>
public sealed record DrawSlot(string Room, DateOnly Date, TimeOnly From, TimeOnly To)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Room} {Date:yyyy-MM-dd} {From:HH\\:mm}-{To:HH\\:mm}");

    /// <summary>Whether both are at one time, whatever the rooms.</summary>
    public bool MeetsInTime(DrawSlot other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Date == other.Date && From < other.To && other.From < To;
    }
}

/// <summary>A room of a draw, and the parts of the building it takes: two rooms with a part in common cannot both be had.</summary>
public sealed record DrawRoom(string Room, IReadOnlyList<string> Parts);

/// <summary>One wish: several slots are won together or not at all.</summary>
public sealed record DrawWish(IReadOnlyList<DrawSlot> Slots);

/// <summary>Wishes of one entry, the dearest first, without a name.</summary>
/// <param name="Code">The entry code its applicant holds.</param>
public sealed record WishEntry(string Code, IReadOnlyList<DrawWish> Wishes)
{
    internal string Line => $"{Code}:{string.Join('|', Wishes.Select(w => string.Join('&', w.Slots.Select(s => s.Line))))}\n";
}

/// <summary>What an entry got: the numbers of its wishes, from 1, in the order in which they were given.</summary>
public sealed record WishResult(string Code, IReadOnlyList<int> Won);

/// <summary>
/// A draw of rooms anybody can replay: entries stand in the order of <see cref="Draw.Order"/>, one ticket each. In rounds
/// each entry in that order gets the dearest of its wishes that can still be had, until nobody gets any more or has as many
/// as may be won. Nobody wins two rooms at one time, but in one wish.
/// </summary>
public static class RoomDraw
{
    public const string Format = "kominkan-room-draw-1";

    /// <summary>The commitment published at closing: SHA-256, in hexadecimal, of format, wins, source of the seed, rule, rooms and entries.</summary>
    public static string Hash(int wins, string seedSource, string rule, IEnumerable<DrawRoom> rooms, IEnumerable<WishEntry> entries)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Format}|{wins}|{seedSource}\n{rule}\n"));
        foreach (var room in rooms.OrderBy(r => r.Room, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{room.Room}={string.Join('+', room.Parts)}\n");
        }

        foreach (var entry in entries.OrderBy(e => e.Code, StringComparer.Ordinal))
        {
            text.Append(entry.Line);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Gives the slots out; one line for each entry in the order of the draw.</summary>
    /// <param name="wins">How many wishes one entry may win.</param>
    /// <param name="taken">What could not be won any more when the draw was held.</param>
    public static IReadOnlyList<WishResult> Allot(string seed, int wins, IReadOnlyCollection<DrawRoom> rooms, IReadOnlyCollection<WishEntry> entries, IEnumerable<DrawSlot> taken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var parts = rooms.ToDictionary(r => r.Room, r => r.Parts);
        var gone = taken.ToList();
        var byCode = entries.ToDictionary(e => e.Code);
        var order = Draw.Order(seed, entries.Select(e => new DrawEntry(e.Code, 1, 1, true))).Select(e => byCode[e.Code]).ToList();
        var won = order.ToDictionary(e => e.Code, _ => new List<int>());
        bool Meets(DrawSlot a, DrawSlot b) => a.MeetsInTime(b) && (a.Room == b.Room || parts.GetValueOrDefault(a.Room, []).Intersect(parts.GetValueOrDefault(b.Room, [])).Any());
        for (var round = 0; round < wins; round++)
        {
            foreach (var entry in order.Where(e => won[e.Code].Count == round))
            {
                var had = won[entry.Code].SelectMany(n => entry.Wishes[n - 1].Slots).ToList();
                var n = entry.Wishes.ToList().FindIndex(w => !w.Slots.Any(s => gone.Exists(g => Meets(g, s)) || had.Exists(h => h.MeetsInTime(s)))) + 1;
                if (n > 0)
                {
                    won[entry.Code].Add(n);
                    gone.AddRange(entry.Wishes[n - 1].Slots);
                }
            }
        }

        return [.. order.Select(e => new WishResult(e.Code, won[e.Code]))];
    }
}

/// <summary>The public file of a draw of rooms: everything needed to replay it, and nobody's name.</summary>
/// <param name="Title">What was drawn: 朝日公民館 令和9年3月.</param>
/// <param name="Wins">Wishes one entry may win.</param>
/// <param name="Rule">The rule in words, as shown before closing.</param>
/// <param name="SeedSource">Where the seed comes from, named before closing.</param>
/// <param name="EntriesHash">Published at closing.</param>
/// <param name="Entries">In the order of their codes.</param>
/// <param name="Seed">Null until it is known.</param>
/// <param name="Taken">Wished for, and used for something else by the time of the draw; null until it was held.</param>
/// <param name="Results">In the order of the draw; null until it was held.</param>
public sealed record PublishedRoomDraw(string Format, string Title, int Wins, string Rule, string SeedSource, string EntriesHash,
    IReadOnlyList<DrawRoom> Rooms, IReadOnlyList<WishEntry> Entries, string? Seed, IReadOnlyList<DrawSlot>? Taken, IReadOnlyList<WishResult>? Results)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        AllowTrailingCommas = true,
    };

    /// <summary>Null where the text is something else.</summary>
    public static PublishedRoomDraw? TryParse(string json)
    {
        try
        {
            var draw = JsonSerializer.Deserialize<PublishedRoomDraw>(json, Json);
            return draw is { Format: RoomDraw.Format, Title: not null, Rule: not null, SeedSource: not null, EntriesHash: not null, Rooms: not null, Entries: not null, Wins: > 0 and <= 100 }
                && draw.Rooms.All(r => r is { Room.Length: > 0, Parts: not null }) && draw.Rooms.Select(r => r.Room).Distinct().Count() == draw.Rooms.Count
                && draw.Entries.All(e => e is { Code.Length: > 0, Wishes: not null } && e.Wishes.All(w => w is { Slots.Count: > 0 } && w.Slots.All(s => s is { Room: not null })))
                && draw.Taken?.All(t => t is { Room: not null }) != false && draw.Results?.All(r => r is { Code: not null, Won: not null }) != false ? draw : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Recomputes hash, order and wins from this file alone; empty when everything matches, otherwise what does not.</summary>
    public IReadOnlyList<string> Differences()
    {
        var differences = new List<string>();
        if (!string.Equals(RoomDraw.Hash(Wins, SeedSource, Rule, Rooms, Entries), EntriesHash, StringComparison.OrdinalIgnoreCase))
        {
            differences.Add("申込一覧か決め方が、締切時に公開されたハッシュと一致しません。");
        }

        if (Entries.Select(e => e.Code).Distinct().Count() != Entries.Count)
        {
            differences.Add("同じ抽選番号が2度あります。");
        }
        else if (string.IsNullOrEmpty(Seed) || Taken is null || Results is null)
        {
            differences.Add("まだ抽選が行われていません（乱数の種がありません）。");
        }
        else if (RoomDraw.Allot(Seed, Wins, Rooms, Entries, Taken) is var again && !(again.Count == Results.Count && again.Zip(Results).All(p => p.First.Code == p.Second.Code && p.First.Won.SequenceEqual(p.Second.Won))))
        {
            differences.Add("順番または当選が、計算し直したものと一致しません。");
        }

        return differences;
    }
}
