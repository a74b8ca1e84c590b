using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Kominkan.SharedKernel;

/// <summary>Dates as people here write and read them. The table of eras is data of the state: add a row when one begins.</summary>
public static partial class JapaneseEra
{
    private sealed record Era(int Code, string Name, char Letter, DateOnly From);

    private static readonly Era[] Eras =
    [
        new(5, "令和", 'R', new(2019, 5, 1)),
        new(4, "平成", 'H', new(1989, 1, 8)),
        new(3, "昭和", 'S', new(1926, 12, 25)),
        new(2, "大正", 'T', new(1912, 7, 30)),
        new(1, "明治", 'M', new(1868, 1, 25)),
    ];

    private static readonly string[] Days = ["日", "月", "火", "水", "木", "金", "土"];

    /// <summary>The names to choose from in a form, newest first.</summary>
    public static IEnumerable<string> Names => Eras.Select(e => e.Name);

    /// <summary>令和8年, 令和元年.</summary>
    public static string YearOf(DateOnly date)
    {
        var era = EraOf(date);
        var year = date.Year - era.From.Year + 1;
        return era.Name + (year == 1 ? "元" : year.ToString(CultureInfo.InvariantCulture)) + "年";
    }

    public static string Weekday(this DateOnly date) => Days[(int)date.DayOfWeek];

    /// <summary>令和8年12月5日（土）</summary>
    public static string Long(this DateOnly date) => $"{YearOf(date)}{date.Month}月{date.Day}日（{date.Weekday()}）";

    /// <summary>12月5日（土）</summary>
    public static string MonthDay(this DateOnly date) => $"{date.Month}月{date.Day}日（{date.Weekday()}）";

    /// <summary>R8.12.5, for staff tables.</summary>
    public static string Short(this DateOnly date)
    {
        var era = EraOf(date);
        return string.Create(CultureInfo.InvariantCulture, $"{era.Letter}{date.Year - era.From.Year + 1}.{date.Month}.{date.Day}");
    }

    /// <summary>昭和30年（1955年）4月5日</summary>
    public static string Both(this DateOnly date) => $"{YearOf(date)}（{date.Year}年）{date.Month}月{date.Day}日";

    /// <summary>午前9時30分, 正午, 午後2時</summary>
    public static string Spoken(this TimeOnly time)
    {
        if (time is { Hour: 12, Minute: 0 })
        {
            return "正午";
        }

        var hour = time.Hour % 12;
        return $"{(time.Hour < 12 ? "午前" : "午後")}{hour}時{(time.Minute == 0 ? "" : $"{time.Minute}分")}";
    }

    /// <summary>
    /// Reads what a person writes: 昭和30年4月5日, S30.4.5, 3300405, 1955/4/5, 19550405, 1955年4月5日, any width.
    /// A day after the end of its era (平成31年5月1日) is taken for the day that is meant.
    /// </summary>
    public static DateOnly? TryParse(string? text)
    {
        var s = JapaneseText.Clean(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().Replace("元", "1", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (Written().Match(s) is { Success: true } m)
        {
            return From(m.Groups["era"].Value, m.Groups["y"].Value, m.Groups["m"].Value, m.Groups["d"].Value);
        }

        if (Digits().Match(s) is { Success: true } d)
        {
            return From(d.Groups["era"].Value, d.Groups["y"].Value, d.Groups["m"].Value, d.Groups["d"].Value);
        }

        return null;
    }

    /// <summary>A date from the parts of a form; the era is 西暦 (or empty), its name, letter or code.</summary>
    public static DateOnly? From(string? era, string? year, string? month, string? day)
    {
        if (!Number(year, out var y) || !Number(month, out var m) || !Number(day, out var d) || y < 1)
        {
            return null;
        }

        if (!string.IsNullOrEmpty(era) && era != "西暦")
        {
            var found = Array.Find(Eras, e => e.Name == era || e.Letter.ToString() == era || e.Code.ToString(CultureInfo.InvariantCulture) == era);
            if (found is null || y > 99)
            {
                return null;
            }

            y += found.From.Year - 1;
        }

        return y is < 1868 or > 2200 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m) ? null : new DateOnly(y, m, d);
    }

    private static bool Number(string? text, out int value) =>
        int.TryParse(JapaneseText.Clean(text).Normalize(NormalizationForm.FormKC).Trim().Replace("元", "1", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static Era EraOf(DateOnly date) => Array.Find(Eras, e => date >= e.From) ?? Eras[^1];

    [GeneratedRegex(@"^(?<era>令和|平成|昭和|大正|明治|[RHSTM])?(?<y>\d{1,4})[年./-](?<m>\d{1,2})[月./-](?<d>\d{1,2})日?$")]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?:(?<era>[1-5])(?<y>\d{2})|(?<y>\d{4}))(?<m>\d{2})(?<d>\d{2})$")]
    private static partial Regex Digits();
}
