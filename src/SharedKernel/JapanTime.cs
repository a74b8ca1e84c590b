namespace Kominkan.SharedKernel;

/// <summary>Calendar facts are Japan's, whatever zone the machine is in; instants are UTC.</summary>
public static class JapanTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>24:00, as far as a time can say it: the end of a day, and never the beginning of anything.</summary>
    public static readonly TimeOnly DayEnd = new(23, 59);

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.UtcNow().InJapan());

    public static DateTime InJapan(this DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateTime ToUtc(this DateOnly date, TimeOnly time) =>
        TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(time, DateTimeKind.Unspecified), Zone);
}
