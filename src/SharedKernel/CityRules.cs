namespace Kominkan.SharedKernel;

/// <summary>
/// A number the city decides and may change from a day on: how many days before a session people are reminded. The module
/// that keeps it registers it as a singleton; the page where it is changed finds it there.
/// </summary>
/// <param name="Key">Stable key, as stored: <c>courses.remind-first</c>. At most 60 characters.</param>
/// <param name="Label">What is decided, in Japanese, for the page of rules.</param>
/// <param name="Unit">日, 時, 分: stands behind the number.</param>
/// <param name="Initial">What holds until the city says otherwise.</param>
/// <param name="Least">The smallest number that makes sense.</param>
/// <param name="Most">The largest.</param>
public sealed record CityRule(string Key, string Label, string Unit, int Initial, int Least, int Most);

/// <summary>What the city has decided. The Facilities module keeps it; without it every rule stands as it began.</summary>
public interface ICityRules
{
    /// <summary>The number in force on the day.</summary>
    ValueTask<int> OnAsync(CityRule rule, DateOnly day, CancellationToken cancellation = default);
}
