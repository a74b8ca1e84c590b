using System.Reflection;
using System.Threading.RateLimiting;

namespace Kominkan.Host;

/// <summary>How often somebody may guess: see <see cref="LimitsGuessingAttribute"/>.</summary>
internal sealed class Limits(IConfiguration configuration) : IDisposable
{
    public const int RetryAfterSeconds = 60;

    private readonly PartitionedRateLimiter<string> accounts = Windows(Setting(configuration, "PerAccount", 20));
    private readonly PartitionedRateLimiter<string> addresses = Windows(Setting(configuration, "PerAddress", 300));

    /// <exception cref="WrongConfiguration">A limit is no number.</exception>
    public static void Check(IConfiguration configuration) => _ = (Setting(configuration, "PerAccount", 20), Setting(configuration, "PerAddress", 300));

    /// <summary>Counts a post to the page; false when it is one too many.</summary>
    public bool Admits(Type page, HttpRequest request)
    {
        if (page.GetCustomAttribute<LimitsGuessingAttribute>() is not { } limit)
        {
            return true;
        }

        var whose = limit.Field is { } field && request.HasFormContentType ? JapaneseText.SearchKey(request.Form[field].ToString()) : "";
        return addresses.AttemptAcquire(ClientAddress.Of(request.HttpContext)).IsAcquired && (whose.Length == 0 || accounts.AttemptAcquire($"{page.FullName} {whose}").IsAcquired);
    }

    public void Dispose()
    {
        accounts.Dispose();
        addresses.Dispose();
    }

    private static PartitionedRateLimiter<string> Windows(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromSeconds(RetryAfterSeconds) }));

    private static int Setting(IConfiguration configuration, string name, int otherwise) =>
        configuration["Guessing:" + name] is not { } text ? otherwise
        : int.TryParse(text, out var number) && number is >= 1 and <= 100_000 ? number
        : throw new WrongConfiguration("Guessing__" + name, $"「{text}」は使えません。1から100000までの回数を指定してください。");
}
