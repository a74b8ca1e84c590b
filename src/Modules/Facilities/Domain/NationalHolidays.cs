namespace Kominkan.Facilities.Domain;

/// <summary>
/// Japan's national holidays by the law (国民の祝日に関する法律) as a table of dated rules: when the law changes, end a row
/// and add one. The equinox days follow the astronomers' formula, which the yearly announcement has always confirmed.
/// </summary>
internal static class NationalHolidays
{
    /// <summary>Before it other rules held; the formula of the equinoxes ends with the century.</summary>
    public const int FirstYear = 2010, LastYear = 2099;

    private sealed record Rule(string Name, int From, int To, Func<int, DateOnly> Day);

    private const int Ever = LastYear;

    private static readonly Rule[] Rules =
    [
        new("元日", 1949, Ever, y => new(y, 1, 1)),
        new("成人の日", 2000, Ever, y => Monday(y, 1, 2)),
        new("建国記念の日", 1967, Ever, y => new(y, 2, 11)),
        new("天皇誕生日", 1989, 2018, y => new(y, 12, 23)),
        new("天皇誕生日", 2020, Ever, y => new(y, 2, 23)),
        new("春分の日", 1980, Ever, y => new(y, 3, Equinox(20.8431, y))),
        new("昭和の日", 2007, Ever, y => new(y, 4, 29)),
        new("天皇の即位の日", 2019, 2019, y => new(y, 5, 1)),
        new("憲法記念日", 1949, Ever, y => new(y, 5, 3)),
        new("みどりの日", 2007, Ever, y => new(y, 5, 4)),
        new("こどもの日", 1949, Ever, y => new(y, 5, 5)),
        new("海の日", 2003, 2019, y => Monday(y, 7, 3)),
        // The Olympic games moved three days, twice.
        new("海の日", 2020, 2020, y => new(y, 7, 23)),
        new("海の日", 2021, 2021, y => new(y, 7, 22)),
        new("海の日", 2022, Ever, y => Monday(y, 7, 3)),
        new("山の日", 2016, 2019, y => new(y, 8, 11)),
        new("山の日", 2020, 2020, y => new(y, 8, 10)),
        new("山の日", 2021, 2021, y => new(y, 8, 8)),
        new("山の日", 2022, Ever, y => new(y, 8, 11)),
        new("敬老の日", 2003, Ever, y => Monday(y, 9, 3)),
        new("秋分の日", 1980, Ever, y => new(y, 9, Equinox(23.2488, y))),
        new("体育の日", 2000, 2019, y => Monday(y, 10, 2)),
        new("スポーツの日", 2020, 2020, y => new(y, 7, 24)),
        new("スポーツの日", 2021, 2021, y => new(y, 7, 23)),
        new("スポーツの日", 2022, Ever, y => Monday(y, 10, 2)),
        new("即位礼正殿の儀の行われる日", 2019, 2019, y => new(y, 10, 22)),
        new("文化の日", 1948, Ever, y => new(y, 11, 3)),
        new("勤労感謝の日", 1948, Ever, y => new(y, 11, 23)),
    ];

    private static readonly Lazy<Dictionary<DateOnly, string>> Known = new(() =>
        Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(Of).ToDictionary(h => h.Date, h => h.Name));

    /// <summary>Name of the holiday, 振替休日 or 国民の休日; null on another day and outside the known years.</summary>
    public static string? NameOn(DateOnly date) => Known.Value.GetValueOrDefault(date);

    /// <summary>All holidays of a year, in order.</summary>
    public static IEnumerable<(DateOnly Date, string Name)> Of(int year)
    {
        var days = Rules.Where(r => year >= r.From && year <= r.To).ToDictionary(r => r.Day(year), r => r.Name);
        var extra = new Dictionary<DateOnly, string>();
        foreach (var day in days.Keys)
        {
            // A day between two holidays is one itself (第3条第3項).
            if (!days.ContainsKey(day.AddDays(1)) && days.ContainsKey(day.AddDays(2)))
            {
                extra[day.AddDays(1)] = "国民の休日";
            }
        }

        foreach (var sunday in days.Keys.Where(d => d.DayOfWeek == DayOfWeek.Sunday))
        {
            // The nearest day after it that is no holiday (第3条第2項).
            var next = sunday.AddDays(1);
            while (days.ContainsKey(next))
            {
                next = next.AddDays(1);
            }

            extra[next] = "振替休日";
        }

        return days.Concat(extra).OrderBy(h => h.Key).Select(h => (h.Key, h.Value));
    }

    private static DateOnly Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((DayOfWeek.Monday - first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
    }

    private static int Equinox(double day1980, int year) =>
        (int)(day1980 + 0.242194 * (year - 1980)) - (year - 1980) / 4;
}
