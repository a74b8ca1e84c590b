namespace Kominkan.Notifications;

/// <summary>When messages go out by the city's rules; codes go out at any hour.</summary>
internal static class QuietHours
{
    public static readonly CityRule From = new("notifications.from", "お知らせを送り始める時刻", "時", 8, 5, 12);
    public static readonly CityRule Until = new("notifications.until", "お知らせを送り終える時刻", "時", 20, 13, 23);

    /// <summary>The first hour is day, the last is not.</summary>
    public static async ValueTask<bool> IsDayAsync(this ICityRules rules, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var here = nowUtc.InJapan();
        var today = DateOnly.FromDateTime(here);
        return here.Hour >= await rules.OnAsync(From, today, cancellation) && here.Hour < await rules.OnAsync(Until, today, cancellation);
    }
}
