using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Kominkan.SharedKernel.Tables;

/// <summary>How text and formats are written inside an .xlsx file.</summary>
internal static partial class XlsxText
{
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("yYmMdDhHsSgGeE");

    /// <summary>Reads _x000D_ as the character it stands for.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escaped().Replace(text, m => ((char)ushort.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    /// <summary>Leaves out what XML cannot hold and protects a literal _x000D_.</summary>
    public static string Encode(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                safe.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                safe.Append(text[i]);
            }
        }

        return Escaped().Replace(safe.ToString(), m => "_x005F" + m.Value);
    }

    /// <summary>True for yyyy/m/d, ggge"年", h:mm; not for 標準, 0.00E+00 or "日"0.</summary>
    public static bool IsDateFormat(string format)
    {
        if (format is "General" or "@")
        {
            return false;
        }

        var bare = NotFormat().Replace(format, "");
        return bare.AsSpan().ContainsAny(DateLetters) && !bare.Contains("General", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    // Quoted text, [$-411] and colours (but not [h]), escaped and padded characters, exponents.
    [GeneratedRegex("""
        "[^"]*"|\[(?![hmsHMS]+\])[^\]]*\]|\\.|_.|\*.|[eE][+-]
        """)]
    private static partial Regex NotFormat();
}
