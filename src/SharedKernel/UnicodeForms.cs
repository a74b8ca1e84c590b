using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Kominkan.SharedKernel;

/// <summary>
/// Forms of one letter folded to one, from a table of Unicode 14 that lies beside this file: keys made on one machine must be
/// those made on every other, whatever ICU it has. Marks above and below letters go, but those of kana.
/// </summary>
internal static class UnicodeForms
{
    private const char Voiced = '\u3099', HalfVoiced = '\u309A';
    private const int Hangul = 0xAC00, HangulEnd = 0xD7A3, Lead = 0x1100, Vowel = 0x1161, Tail = 0x11A7, Vowels = 21, Tails = 28;

    private static readonly FrozenDictionary<int, string> Table = Load();

    // Letters that take a mark, each before what it becomes.
    private static readonly FrozenDictionary<char, char> WithVoiced = Pairs("カガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞ");
    private static readonly FrozenDictionary<char, char> WithHalfVoiced = Pairs("ハパヒピフプヘペホポはぱひぴふぷへぺほぽ");

    /// <summary>Widths, circles, ligatures, compatibility ideographs and accents folded away; kana with their marks in one letter.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Table.TryGetValue(rune.Value, out var form))
            {
                folded.Append(form);
            }
            else if (rune.Value is >= Hangul and <= HangulEnd)
            {
                var n = rune.Value - Hangul;
                folded.Append((char)(Lead + (n / (Vowels * Tails)))).Append((char)(Vowel + (n / Tails % Vowels))).Append(n % Tails == 0 ? "" : ((char)(Tail + (n % Tails))).ToString());
            }
            else if (rune.Value is Voiced or HalfVoiced || Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(rune.ToString());
            }
        }

        return ComposeKana(folded.ToString());
    }

    /// <summary>Half-width kana as full-width ones; everything else as it is.</summary>
    public static string WidenKana(string text) =>
        string.Concat(text.Select(c => c is >= '\uFF61' and <= '\uFF9F' ? Table[c] : c.ToString()));

    /// <summary>か and a mark are が.</summary>
    public static string ComposeKana(string text)
    {
        if (text.AsSpan().IndexOfAny(Voiced, HalfVoiced) < 0)
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var before = composed.Length > 0 ? composed[^1] : '\0';
            if ((c == Voiced && WithVoiced.TryGetValue(before, out var one)) || (c == HalfVoiced && WithHalfVoiced.TryGetValue(before, out one)))
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(c);
            }
        }

        return composed.ToString();
    }

    private static FrozenDictionary<char, char> Pairs(string letters) => letters.Chunk(2).ToFrozenDictionary(p => p[0], p => p[1]);

    private static FrozenDictionary<int, string> Load()
    {
        using var reader = new StreamReader(typeof(UnicodeForms).Assembly.GetManifestResourceStream("compatibility-forms.txt")!);
        var table = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            var codes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => int.Parse(c, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToList();
            table[codes[0]] = string.Concat(codes.Skip(1).Select(char.ConvertFromUtf32));
        }

        return table.ToFrozenDictionary();
    }
}
