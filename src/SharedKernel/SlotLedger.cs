using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Kominkan.SharedKernel;

/// <summary>One change of one slot of a room, sealed into the chain: what, where and when, and nobody's name.</summary>
/// <param name="No">Place in the chain, from 1 without a gap.</param>
/// <param name="At">When it was sealed, UTC, to the second; the change itself was made minutes before.</param>
/// <param name="Act"><c>asked</c> (kept until a second person agrees), <c>taken</c>, <c>left</c> and <c>moved</c> (before and after a change of place or time), <c>given-up</c>.</param>
/// <param name="Hall">Number of the hall on that day.</param>
/// <param name="Room">Number of the room in it.</param>
/// <param name="Date">Day of the use.</param>
/// <param name="From">Start of the use, Japan time.</param>
/// <param name="To">End of the use, Japan time.</param>
/// <param name="Use">Category: <c>group</c>, <c>individual</c>, <c>hire</c> (by whom is not known any more), <c>own-program</c>, <c>maintenance</c>, <c>election</c>, <c>shelter</c>, <c>offer</c>.</param>
/// <param name="Hash">SHA-256, in hexadecimal, over the hash before it and this line.</param>
public sealed record LedgerEntry(long No, DateTime At, string Act, string Hall, string Room, DateOnly Date, TimeOnly From, TimeOnly To, string Use, string Hash)
{
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{No}|{At:yyyy-MM-dd'T'HH:mm:ss'Z'}|{Act}|{Hall}|{Room}|{Date:yyyy-MM-dd}|{From:HH\\:mm}-{To:HH\\:mm}|{Use}");

    /// <summary>The same with the hash that follows the one before it.</summary>
    public LedgerEntry After(string previous) =>
        this with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{SlotLedger.Format}\n{previous}\n{Line}\n"))) };
}

/// <summary>The chain of all changes of all slots.</summary>
public static class SlotLedger
{
    public const string Format = "kominkan-slot-ledger-1";

    /// <summary>What stands before the first entry.</summary>
    public static readonly string Start = new('0', 64);
}

/// <summary>Follows the chain link by link.</summary>
/// <param name="head">The hash it goes on from.</param>
/// <param name="last">The number it goes on from; null where any number may come first.</param>
public sealed class LedgerChain(string head, long? last)
{
    /// <summary>Hash of the last entry that was taken.</summary>
    public string Head { get; private set; } = head;

    public long Count { get; private set; }

    /// <summary>Takes the next entry; what is wrong with it as a sentence, or null.</summary>
    public string? Take(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var wrong = last is { } before && entry.No != before + 1 ? $"{before + 1}番のところに{entry.No}番があります。"
            : !string.Equals(entry.After(Head).Hash, entry.Hash, StringComparison.OrdinalIgnoreCase) ? $"{entry.No}番の中身が、綴じたときのハッシュと一致しません。"
            : null;
        // Goes on from what stands there, so that one change is one sentence.
        (Head, last, Count) = (entry.Hash, entry.No, Count + 1);
        return wrong;
    }
}

/// <summary>The public file of a day: everything needed to check it, and nobody's name.</summary>
/// <param name="Day">Day on which the entries were sealed, Japan time.</param>
/// <param name="Previous">Hash of the last entry of the days before.</param>
/// <param name="Digest">Hash of the last entry of the day; <paramref name="Previous"/> on a day without any.</param>
public sealed record PublishedLedgerDay(string Format, DateOnly Day, string Previous, IReadOnlyList<LedgerEntry> Entries, string Digest)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), AllowTrailingCommas = true };

    /// <exception cref="RuleBroken">It is not such a file.</exception>
    public static PublishedLedgerDay Parse(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<PublishedLedgerDay>(json, Json) is { Format: SlotLedger.Format, Previous: not null, Digest: not null, Entries: not null } day
                && day.Entries.All(e => e is { Act: not null, Hall: not null, Room: not null, Use: not null, Hash: not null }))
            {
                return day;
            }
        }
        catch (JsonException)
        {
            // Some other file: said below.
        }

        throw new RuleBroken($"変更の記録の公開ファイル（{SlotLedger.Format}）ではありません。");
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Recomputes the day from this file alone; empty when everything matches, otherwise what does not.</summary>
    public IReadOnlyList<string> Differences()
    {
        var chain = new LedgerChain(Previous, Entries.Count > 0 ? Entries[0].No - 1 : null);
        var differences = Entries.Select(chain.Take).OfType<string>().ToList();
        if (!string.Equals(chain.Head, Digest, StringComparison.OrdinalIgnoreCase))
        {
            differences.Add("最後の記録のハッシュが、この日のハッシュと一致しません。");
        }

        return differences;
    }
}

/// <summary>The chain as the database keeps it; the module that has rooms answers.</summary>
public interface ISlotLedger
{
    /// <summary>Sealed entries in the order of the chain.</summary>
    IAsyncEnumerable<LedgerEntry> ReadAsync(CancellationToken cancellation = default);
}
