using System.Globalization;
using System.Text.RegularExpressions;

namespace Kominkan.SharedKernel;

/// <summary>Numbers and times as people here type them, in any width.</summary>
public static partial class Typed
{
    /// <summary>12, １２, 1,000, -3; null for anything else, a comma where no thousand ends included.</summary>
    public static long? Number(string? text) =>
        Plain(text) is var plain && Whole().IsMatch(plain) && long.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>9:30, ０９：３０, 9:30:00, 9時30分, 9時, 午後2時; null for anything else.</summary>
    public static TimeOnly? Time(string? text)
    {
        var plain = Plain(text);
        var (shift, digits) = plain.StartsWith("午後", StringComparison.Ordinal) ? (12, plain[2..]) : (0, plain.StartsWith("午前", StringComparison.Ordinal) ? plain[2..] : plain);
        digits = digits.EndsWith('時') ? digits.Replace("時", ":00", StringComparison.Ordinal) : digits.Replace('時', ':').TrimEnd('分');
        var parts = digits.Split(':');
        if (parts.Length is < 2 or > 3 || !parts.All(p => p.Length is 1 or 2 && p.All(char.IsAsciiDigit)) || parts.Skip(2).Any(p => p.Trim('0').Length > 0))
        {
            return null;
        }

        var (hour, minute) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return (shift > 0 && hour > 12) || hour + (hour == 12 ? 0 : shift) > 23 || minute > 59 ? null : new TimeOnly(hour == 12 ? 12 : hour + shift, minute);
    }

    // Only what a keyboard of Japan puts in the place of an ASCII sign: a circled ① is no digit of a number.
    private static string Plain(string? text) => string.Concat(JapaneseText.Clean(text).Select(c => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '，' => ',',
        '：' => ':',
        '＋' => '+',
        '－' or '−' => '-',
        _ => c,
    }));

    [GeneratedRegex(@"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)\z")]
    private static partial Regex Whole();
}
