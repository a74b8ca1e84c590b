using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Kominkan.SharedKernel;

/// <summary>One application in a draw, without a name.</summary>
/// <param name="Code">The entry code its applicant holds.</param>
/// <param name="Size">People who apply together, 1 or more.</param>
/// <param name="Weight">Tickets in the draw, 1 or more; the rule that gave them is published before.</param>
/// <param name="AllOrNone">True when a group comes together or not at all; false when as many as fit.</param>
public sealed record DrawEntry(string Code, int Size, int Weight, bool AllOrNone)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Code},{Size},{Weight},{(AllOrNone ? "all" : "fit")}\n");
}

/// <summary>What an entry got: <paramref name="Seats"/> of its people, the others wait in the order of the draw.</summary>
public sealed record DrawResult(string Code, int Seats);

/// <summary>
/// A draw anybody can replay. At closing the hash of the entries is published; the seed is a public value fixed after that.
/// Each ticket's number is SHA-256 of "seed LF code LF n" for n from 1 to the weight; an entry stands where its lowest
/// ticket stands, in ascending order of the hexadecimal digits. Seats go down that order.
/// </summary>
public static class Draw
{
    /// <summary>What is published today: the hash covers the rule in words too.</summary>
    public const string Format = "kominkan-draw-2";

    /// <summary>Draws published before: the same order, a hash without the rule.</summary>
    public const string FirstFormat = "kominkan-draw-1";

    /// <summary>The commitment published at closing: SHA-256, in hexadecimal, of format, seats, source of the seed, rule and entries.</summary>
    /// <param name="format"><see cref="Format"/> or <see cref="FirstFormat"/>.</param>
    public static string Hash(string format, int seats, string seedSource, string rule, IEnumerable<DrawEntry> entries)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{format}|{seats}|{seedSource}\n"));
        text.Append(format == FirstFormat ? "" : rule + "\n");
        foreach (var entry in entries.OrderBy(e => e.Code, StringComparer.Ordinal))
        {
            text.Append(entry.Line);
        }

        return Hex(text.ToString());
    }

    /// <summary>The entries in the order of the draw; the same for everybody who knows the seed.</summary>
    public static IReadOnlyList<DrawEntry> Order(string seed, IEnumerable<DrawEntry> entries) =>
    [
        .. entries.Select(e => (Entry: e, Ticket: Enumerable.Range(1, e.Weight).Min(n => Hex(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{e.Code}\n{n}")))))
            .OrderBy(t => t.Ticket, StringComparer.Ordinal).ThenBy(t => t.Entry.Code, StringComparer.Ordinal)
            .Select(t => t.Entry),
    ];

    /// <summary>Gives out the seats down the order; one line for each entry, 0 seats for those who wait.</summary>
    public static IReadOnlyList<DrawResult> Allot(int seats, IEnumerable<DrawEntry> order)
    {
        var left = seats;
        var results = new List<DrawResult>();
        foreach (var entry in order)
        {
            var got = entry.Size <= left ? entry.Size : entry.AllOrNone ? 0 : left;
            left -= got;
            results.Add(new DrawResult(entry.Code, got));
        }

        return results;
    }

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The public file of a draw: everything needed to replay it, and nobody's name.</summary>
/// <param name="Format"><see cref="Draw.Format"/> or <see cref="Draw.FirstFormat"/>.</param>
/// <param name="Course">What was drawn for.</param>
/// <param name="Round">1 for the first draw, more when freed seats were drawn again.</param>
/// <param name="Seats">Seats given out.</param>
/// <param name="Rule">Rule and weights in words, as shown before closing.</param>
/// <param name="SeedSource">Where the seed comes from, named before closing.</param>
/// <param name="EntriesHash">Published at closing.</param>
/// <param name="Entries">In the order of their codes.</param>
/// <param name="Seed">Null until it is known.</param>
/// <param name="Results">In the order of the draw; null until it was held.</param>
public sealed record PublishedDraw(string Format, string Course, int Round, int Seats, string Rule, string SeedSource, string EntriesHash,
    IReadOnlyList<DrawEntry> Entries, string? Seed, IReadOnlyList<DrawResult>? Results)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        AllowTrailingCommas = true,
    };

    /// <exception cref="RuleBroken">The text is not a public draw file.</exception>
    public static PublishedDraw Parse(string json)
    {
        try
        {
            var draw = JsonSerializer.Deserialize<PublishedDraw>(json, Json);
            return draw is { Format: Draw.Format or Draw.FirstFormat, Entries: not null, Course: not null, Rule: not null, SeedSource: not null, EntriesHash: not null, Round: > 0 } && draw.Entries.All(e => e is { Code.Length: > 0, Size: > 0, Weight: > 0 and <= 1000 })
                ? draw
                : throw new RuleBroken($"抽選の公開ファイル（{Draw.Format}）ではありません。");
        }
        catch (JsonException)
        {
            throw new RuleBroken("ファイルが読み取れません。抽選のページから保存したファイルを指定してください。");
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Recomputes hash, order and seats from this file alone; empty when everything matches, otherwise what does not.</summary>
    public IReadOnlyList<string> Differences()
    {
        var differences = new List<string>();
        if (!string.Equals(Draw.Hash(Format, Seats, SeedSource, Rule, Entries), EntriesHash, StringComparison.OrdinalIgnoreCase))
        {
            differences.Add("申込一覧か決め方が、締切時に公開されたハッシュと一致しません。");
        }

        if (Entries.Select(e => e.Code).Distinct().Count() != Entries.Count)
        {
            differences.Add("同じ抽選番号が2度あります。");
        }

        if (string.IsNullOrEmpty(Seed) || Results is null)
        {
            differences.Add("まだ抽選が行われていません（乱数の種がありません）。");
        }
        else if (!Draw.Allot(Seats, Draw.Order(Seed, Entries)).SequenceEqual(Results))
        {
            differences.Add("順番または当選の数が、計算し直したものと一致しません。");
        }

        return differences;
    }
}
