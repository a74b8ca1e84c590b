using System.Globalization;
using Cronos;

namespace Kominkan.Notifications.Jobs;

/// <summary>When a job is due: cron expressions are read in Japan's time, whatever zone the machine is in.</summary>
internal static class Schedule
{
    /// <summary>How far back to look, short first: most jobs run often.</summary>
    private static readonly TimeSpan[] Back = [TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromDays(32), TimeSpan.FromDays(400)];

    /// <summary>The last time at or before the instant; null when there was none within a year.</summary>
    public static DateTime? Last(string cron, DateTime nowUtc)
    {
        var expression = CronExpression.Parse(cron);
        foreach (var back in Back)
        {
            if (expression.GetOccurrences(nowUtc - back, nowUtc, JapanTime.Zone, fromInclusive: true, toInclusive: true).Cast<DateTime?>().LastOrDefault() is { } last)
            {
                return last;
            }
        }

        return null;
    }

    /// <summary>The first time after the instant.</summary>
    public static DateTime? Next(string cron, DateTime nowUtc) => CronExpression.Parse(cron).GetNextOccurrence(nowUtc, JapanTime.Zone);

    /// <summary>Runs so often that its book is kept for days only.</summary>
    public static bool IsFrequent(string cron, DateTime nowUtc) =>
        Next(cron, nowUtc) is { } first && Next(cron, first) is { } second && second - first < TimeSpan.FromHours(2);

    /// <summary>The name of a period, which is the Japanese time it was due: 2026-11-23 12:05.</summary>
    public static string Period(DateTime dueUtc) => dueUtc.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
