namespace Kominkan.Booking.Domain;

/// <summary>A stretch of a day in cells of a quarter of an hour, from the first to before the last.</summary>
internal readonly record struct Cells(int First, int End)
{
    /// <summary>Physics of the calendar: no use of a room begins or ends between two of these.</summary>
    public const int Minutes = 15;

    private const int OfDay = 24 * 60 / Minutes;

    /// <summary>After the last cell.</summary>
    public static readonly TimeOnly DayEnd = JapanTime.DayEnd;

    public IEnumerable<int> Numbers => Enumerable.Range(First, End - First);

    /// <summary>Whether both are on a quarter of an hour, the end after the start.</summary>
    public static bool Fit(TimeOnly from, TimeOnly to) => from < to && IsOn(from) && IsOn(to);

    /// <exception cref="RuleBroken">The end is not after the start, or one of them is not on a quarter of an hour.</exception>
    public static Cells Of(TimeOnly from, TimeOnly to)
    {
        if (to <= from)
        {
            throw new RuleBroken("終わりの時刻は、始まりの時刻より後にしてください。", "Input.To");
        }

        return new(Number(from, "Input.From"), to == DayEnd ? OfDay : Number(to, "Input.To"));
    }

    /// <summary>The end somebody typed: midnight is that of the day's end.</summary>
    public static TimeOnly EndOf(TimeOnly typed) => typed == TimeOnly.MinValue ? DayEnd : typed;

    /// <summary>The cell that has just begun at the time; a time between two counts for the earlier.</summary>
    public static int At(TimeOnly time) => ((time.Hour * 60) + time.Minute) / Minutes;

    /// <summary>The cell before which a use ends that ends at the time.</summary>
    public static int Before(TimeOnly end) => end == DayEnd ? OfDay : At(end);

    /// <summary>When the cell begins, which is when the one before it ends.</summary>
    public static TimeOnly TimeOf(int number) => number == OfDay ? DayEnd : TimeOnly.MinValue.AddMinutes(number * Minutes);

    private static bool IsOn(TimeOnly time) => time.Ticks % TimeSpan.FromMinutes(Minutes).Ticks == 0;

    private static int Number(TimeOnly time, string field) =>
        IsOn(time) ? At(time) : throw new RuleBroken($"時刻は{Minutes}分きざみで入力してください。", field);
}
