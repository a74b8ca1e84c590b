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

    /// <summary>The payload as a report shows it.</summary>
    public static string Show(string value) =>
        string.Concat((value.Length > 24 ? value[..24] + "…" + value.Length.ToString(CultureInfo.InvariantCulture) : value).Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
