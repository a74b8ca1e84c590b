using System.Globalization;
using System.Text;

namespace Kominkan.SharedKernel;

/// <summary>
/// Folding of Japanese text for search and comparison. Names are stored byte for byte as they were given; only keys
/// made here are compared, and they do not depend on the machine's ICU (<see cref="UnicodeForms"/>).
/// </summary>
public static class JapaneseText
{
    // Old and rare forms people's names carry, and the form others type when they look for them.
    private const string Variants =
        "髙高﨑崎嵜崎𠮷吉斎斉齋斉齊斉邊辺邉辺濵浜濱浜廣広澤沢櫻桜國国惠恵眞真德徳條条瀨瀬賴頼嶋島嶌島龍竜澁渋渡渡栁柳冨富壽寿榮栄藪薮槇槙曾曽圓円亞亜應応鷗鴎穗穂藏蔵繩縄關関縣県實実寶宝寳宝將将淨浄靜静瀧滝豐豊凉涼禮礼𡈽土𣘺橋桒桑峯峰嶽岳舘館埜野檜桧"
        + "黑黒增増卷巻會会濟済絲糸兒児與与來来渕淵渊淵薗園邨村莊荘郞郎學学舩船劍剣劔剣鐵鉄靑青彌弥勳勲祿禄穰穣嚴厳巖巌峽峡狹狭權権總総燈灯當当萬万數数槗橋瑤瑶遙遥堯尭奧奥鹽塩廏厩收収處処晉晋曉暁棧桟樂楽橫横歷歴淺浅熙煕爲為獻献稻稲竝並粹粋續続纖繊聰聡"
        + "肅粛臺台萠萌藥薬虛虚蘒萩螢蛍覺覚觀観證証讓譲豫予遞逓鄕郷釋釈錢銭鎭鎮閒間陷陥隨随靈霊顯顕餘余驗験髮髪鷄鶏麥麦黃黄齡齢龜亀";

    private static readonly Dictionary<string, string> Same = MakeVariants();

    private static readonly Dictionary<char, char> SmallKana = "ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ".Chunk(2).ToDictionary(p => p[0], p => p[1]);

    /// <summary>ひらがな and half-width kana to full-width katakana; everything else, and every space, as it is.</summary>
    public static string ToKatakana(string text)
    {
        var half = new StringBuilder(UnicodeForms.WidenKana(text));
        for (var i = 0; i < half.Length; i++)
        {
            if (half[i] is >= 'ぁ' and <= 'ゖ')
            {
                half[i] = (char)(half[i] + 0x60);
            }
        }

        return UnicodeForms.ComposeKana(half.ToString());
    }

    public static bool IsKatakana(string text) => text.All(c => c is >= 'ァ' and <= 'ヺ' or 'ー' or '・' or ' ' or '　' or '＝' or '-');

    /// <summary>The key two spellings of one word share: width, case, kana, small kana, ヴ, long marks, spaces and old kanji are folded.</summary>
    public static string SearchKey(string? text)
    {
        var key = Fold(Clean(text));
        // One folding can make way for another: か゛ is か, a space and a mark at first.
        for (var again = Fold(key); again != key; again = Fold(key))
        {
            key = again;
        }

        return key;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(UnicodeForms.Fold(text));
        while (elements.MoveNext())
        {
            var element = StripSelector((string)elements.Current);
            folded.Append(Same.GetValueOrDefault(element, element));
        }

        var katakana = ToKatakana(folded.ToString().ToUpperInvariant())
            .Replace("ヴァ", "バ", StringComparison.Ordinal).Replace("ヴィ", "ビ", StringComparison.Ordinal).Replace("ヴェ", "ベ", StringComparison.Ordinal)
            .Replace("ヴォ", "ボ", StringComparison.Ordinal).Replace("ヴ", "ブ", StringComparison.Ordinal);
        var key = new StringBuilder();
        foreach (var c in katakana)
        {
            var letter = SmallKana.GetValueOrDefault(c, c);
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter) && !"ー-‐‑–—−・,.'’、。".Contains(letter, StringComparison.Ordinal))
            {
                key.Append(letter);
            }
        }

        return key.ToString();
    }

    /// <summary>Letters, digits and signs in one width and form, accents gone; to compare, never to store.</summary>
    public static string Narrow(string text) => UnicodeForms.Fold(text);

    /// <summary>Digits of a telephone number, +81 as 0; empty when there are none.</summary>
    public static string PhoneKey(string? text)
    {
        var s = Narrow(Clean(text));
        var digits = new string([.. s.Where(char.IsAsciiDigit)]);
        return s.StartsWith("+81", StringComparison.Ordinal) ? "0" + digits[2..].TrimStart('0') : digits;
    }

    /// <summary>
    /// What every text field goes through before it is stored: control, bidirectional and zero-width characters that no
    /// name or sentence needs are removed (PostgreSQL refuses NUL, .NET cannot fold U+FFFE), line ends become LF, outer spaces go.
    /// Joiners inside emoji and variation selectors stay.
    /// </summary>
    public static string Clean(string? text) => string.IsNullOrEmpty(text) ? "" : Needed(text, '\n', '\t').Trim();

    /// <summary>The same for a box of one line, before anything looks at it: what breaks or tabs a line is a space. Outer spaces stay for <see cref="Clean"/>.</summary>
    public static string OneLine(string text) => Needed(text, ' ', ' ');

    /// <summary>The same for a box of many lines.</summary>
    public static string ManyLines(string text) => Needed(text, '\n', '\t');

    private static string Needed(string text, char lineEnd, char tab)
    {
        var needed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                needed.Append(c).Append(text[++i]);
            }
            else if (c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                // CR and LF are one end of a line.
                needed.Append(c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? "" : lineEnd.ToString());
            }
            else if (c == '\t')
            {
                needed.Append(tab);
            }
            else if (!char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or '\u2060' or '\uFFFE' or '\uFFFF') and not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u206F'))
            {
                needed.Append(c);
            }
        }

        return needed.ToString();
    }

    /// <summary>Length as a reader counts it: 𠮷 and a family emoji are one each.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static string StripSelector(string element) =>
        element.Length > 2 && char.IsHighSurrogate(element[^2]) && char.ConvertToUtf32(element[^2], element[^1]) is >= 0xE0100 and <= 0xE01EF ? element[..^2]
        : element.Length > 1 && element[^1] is >= '\uFE00' and <= '\uFE0F' ? element[..^1]
        : element;

    private static Dictionary<string, string> MakeVariants()
    {
        var elements = new List<string>();
        var e = StringInfo.GetTextElementEnumerator(Variants);
        while (e.MoveNext())
        {
            elements.Add((string)e.Current);
        }

        return elements.Chunk(2).Where(p => p[0] != p[1]).ToDictionary(p => p[0], p => p[1]);
    }
}
