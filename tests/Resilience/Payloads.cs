using System.Globalization;
using System.Text;

namespace Kominkan.Resilience;

/// <summary>What nobody should type into a box, and some type all the same.</summary>
internal static class Payloads
{
    /// <summary>Marks a payload that is already percent-encoded, because no string of .NET holds it.</summary>
    private const char Raw = '\uE000';

    /// <summary>Those that break most: tried in each field of its own, always.</summary>
    public static IReadOnlyList<string> Sharp { get; } =
    [
        "",
        "a\0b",
        "-1",
        "99999999999999999999",
        "9999-12-31",
        "0001-01-01",
        "';--\"%_\\",
        new string('長', 5000),
        "//evil.example",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Sharp,
        "   ",
        "𠮷野 葛󠄀 﨑 髙 か゛ 👨‍👩‍👧‍👦 ｶﾞ 〜～ −－",
        $"{Raw}%ED%A0%80",
        $"{Raw}%FF%FE%C0%80",
        "\u0001\u001B\u0085\uFFFE\uFFFF",
        "\u202Eabc\u200B\uFEFF\u2066",
        "か" + new string('\u3099', 100),
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
        "=1+1", "＝1+1", "@SUM(A1)", "\tx",
        "0", "2147483648", "-2147483649", "NaN", "1e309", "０１", "٣",
        "10000-01-01", "2026-02-30", "令和0年1月1日", "25:61", "23:59:59.9999999",
        "00000000-0000-0000-0000-000000000000", "null", "true,false",
        "/\\evil.example", "https:evil.example", "javascript:alert(1)",
        "a@example.jp\r\nBcc: b@example.jp", "\"a b\"@example.jp, c@example.jp",
        "../../etc/passwd", "..%2f..%2f", new string('a', 100_000),
    ];

    /// <summary>All, and what can be made by rule: more than two hundred for each field.</summary>
    public static IReadOnlyList<string> Many { get; } = [.. All.Concat(Made()).Distinct()];

    public static string Encode(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            text.Append(text.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Encode(value));
        }

        return text.ToString();
    }

    public static string Encode(string value) => value.StartsWith(Raw) ? value[1..] : Uri.EscapeDataString(value);

    private static IEnumerable<string> Made()
    {
        // Every control character, and those that change how the others look.
        IEnumerable<int> odd = [.. Enumerable.Range(0, 0x20), .. Enumerable.Range(0x7F, 0x21), 0xAD, 0x61C, .. Enumerable.Range(0x200B, 5), .. Enumerable.Range(0x2028, 7), .. Enumerable.Range(0x2060, 16), 0xFEFF, 0xFFF9, 0xFFFD];
        foreach (var c in odd)
        {
            yield return $"字{(char)c}字";
        }

        // As long as boxes and columns are, one less and one more; in characters of one and of two units.
        foreach (var length in new[] { 1, 10, 20, 30, 40, 50, 60, 80, 100, 200, 254, 255, 256, 300, 320, 400, 500, 1000, 2000, 4000 })
        {
            yield return new string('長', length);
            yield return new string('長', length + 1);
            yield return string.Concat(Enumerable.Repeat("𠮷", length));
        }

        // Around the ends of every kind of number.
        foreach (var bits in new[] { 7, 8, 15, 16, 31, 32, 63, 64 })
        {
            var end = System.Numerics.BigInteger.Pow(2, bits);
            yield return (end - 1).ToString(CultureInfo.InvariantCulture);
            yield return end.ToString(CultureInfo.InvariantCulture);
            yield return (-end - 1).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var date in new[] { "2027-02-29", "2028-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-00-00", "1868-09-07", "S64.1.8", "H31.5.1", "R0.1.1", "明治1年1月1日", "2026-12-31T24:00", "24:00", "2026-W53-7", "12/31/2026" })
        {
            yield return date;
        }

        foreach (var first in "=+-@＝＋－＠|%")
        {
            yield return first + "SUM(1;1)";
            yield return "\t" + first + "1";
        }

        foreach (var text in new[]
        {
            "' OR '1'='1", "'; DROP TABLE x; --", "%' AND 1=1 --", "_%", "[a-z]%", "\\", "\\'", "$1", "@p0", "{0}", "{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "@Model", "~/x", "//", "http://evil.example", "data:text/html,x",
            "<svg onload=alert(1)>", "</textarea><script>alert(1)</script>", "\" autofocus onfocus=alert(1) x=\"", "<!--", "]]>", "&#0;", "&lt;", "C:\\x", "\\\\host\\x", "file:///etc/passwd", "x\r\nSet-Cookie: a=b",
            "a@b", "a@@b.jp", "@example.jp", "a@xn--wgv71a.jp", "a@日本.jp", new string('a', 310) + "@example.jp", "undefined", "None", "nil", "true", "on", "[]", "{}", "Input.Id", "__proto__",
        })
        {
            yield return text;
        }
    }

    /// <summary>The payload as a report shows it.</summary>
    public static string Show(string value) =>
        string.Concat((value.Length > 24 ? value[..24] + "…" + value.Length.ToString(CultureInfo.InvariantCulture) : value).Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
