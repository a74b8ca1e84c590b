using System.Globalization;
using System.Text.RegularExpressions;

namespace Kominkan.Facilities.Domain;

/// <summary>The order in which numbers of halls and rooms are printed: 2 before 10, 17-1 after 17.</summary>
internal static partial class Printed
{
    public static string Order(string no) => Digits().Replace(no, m => m.Value.PadLeft(6, '0'));

    /// <summary>12月29日</summary>
    public static string MonthDay(int monthDay) => string.Create(CultureInfo.InvariantCulture, $"{monthDay / 100}月{monthDay % 100}日");

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
