using System.Globalization;

namespace Kominkan.Courses;

/// <summary>
/// Names a round of drand's quicknet beacon that does not exist yet at closing: its value is public and nobody's to choose.
/// Genesis and period are those of the chain 52db9ba7…; where there is no network staff type the published value in.
/// </summary>
internal static class Drand
{
    private const long Genesis = 1_692_803_367;
    private const int PeriodSeconds = 3;

    /// <summary>The first round ten minutes after closing, in words that say when it comes.</summary>
    public static string RoundAfter(DateTime closesAtUtc)
    {
        var at = closesAtUtc.AddMinutes(10);
        var round = ((new DateTimeOffset(at).ToUnixTimeSeconds() - Genesis) / PeriodSeconds) + 2;
        return string.Create(CultureInfo.InvariantCulture, $"drand quicknet の第{round}回（{at.InJapan():yyyy年M月d日HH時mm分}ごろ）の randomness");
    }
}
