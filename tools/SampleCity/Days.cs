namespace Kominkan.SampleCity;

/// <summary>On which days of a fiscal year something takes place.</summary>
internal sealed class Days
{
    private readonly DateOnly first;
    private readonly HashSet<DateOnly> storm;

    public Days(int fiscalYear, Random random)
    {
        first = new DateOnly(fiscalYear, 4, 1);
        Last = new DateOnly(fiscalYear + 1, 3, 31);
        // A typhoon of early autumn, over a weekend: in 2014 it cost the city's festival a day.
        var sunday = new DateOnly(fiscalYear, 10, 1);
        sunday = sunday.AddDays((7 - (int)sunday.DayOfWeek) % 7);
        var weeks = fiscalYear == 2014 ? 0 : random.Next(-3, 2);
        storm = [sunday.AddDays(7 * weeks), sunday.AddDays((7 * weeks) - 1)];
    }

    public DateOnly Last { get; }

    public IEnumerable<DateOnly> Storm => storm.Order();

    /// <summary>
    /// Halls are closed on Mondays, on the Tuesday after a Monday that was a holiday, on national holidays of fixed date
    /// and over New Year. A sample keeps clear of every day on which some hall might be closed.
    /// </summary>
    public static bool IsClosed(DateOnly day) =>
        day.DayOfWeek == DayOfWeek.Monday
        || (day.Month, day.Day) is (12, >= 28) or (1, <= 4)
        || IsHoliday(day)
        || (day.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Wednesday && Enumerable.Range(1, (int)day.DayOfWeek - 1).All(n => IsHoliday(day.AddDays(-n))));

    public bool IsFree(DateOnly day) => day >= first && day <= Last && !IsClosed(day) && !storm.Contains(day);

    /// <summary>Dates of a course: <paramref name="count"/> of them, a step apart, moved on where a hall is closed.</summary>
    /// <param name="weekdays">Weight of each day of the week, from Sunday.</param>
    /// <param name="months">Months it may begin in; empty for all.</param>
    public List<DateOnly> Course(Random random, int count, double[] weekdays, IReadOnlyList<int> months)
    {
        var step = count > 7 ? 28 : random.Next(3) == 0 ? 14 : 7;
        while (true)
        {
            var day = first.AddDays(random.Next(5, 360));
            if ((months.Count > 0 && !months.Contains(day.Month)) || random.NextDouble() > weekdays[(int)day.DayOfWeek] * Season(day.Month))
            {
                continue;
            }

            var dates = new List<DateOnly>();
            for (var i = 0; i < count; i++)
            {
                var date = day.AddDays(step * i);
                while (!IsFree(date) && date <= Last)
                {
                    date = date.AddDays(1);
                }

                if (date > Last || dates.Contains(date))
                {
                    break;
                }

                dates.Add(date);
            }

            if (dates.Count == count)
            {
                return dates;
            }

            // A monthly course that began too late: weekly it may still fit.
            step = Math.Max(7, step / 2);
        }
    }

    private static double Season(int month) => month switch
    {
        4 => 0.55,
        8 => 0.9,
        1 or 3 => 0.7,
        6 or 7 or 10 or 11 => 1,
        _ => 0.85,
    };

    private static bool IsHoliday(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) or (2, 11) or (4, 29) or (5, 3) or (5, 4) or (5, 5) or (5, 6) or (11, 3) or (11, 23) or (11, 24) or (12, 23) or (12, 24) or (3, 20) or (3, 21) or (9, 22) or (9, 23) or (9, 24) or (8, 11) or (2, 23) => true,
        (1, >= 8 and <= 14) or (10, >= 8 and <= 14) => day.DayOfWeek == DayOfWeek.Monday,
        (7, >= 15 and <= 21) or (9, >= 15 and <= 21) => day.DayOfWeek == DayOfWeek.Monday,
        _ => false,
    };
}
