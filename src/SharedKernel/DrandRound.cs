using System.Globalization;
using System.Text.RegularExpressions;

namespace Kominkan.SharedKernel;

/// <summary>
/// The public random beacon drand quicknet: every three seconds a number nobody could know before. Its rounds are counted
/// from a fixed instant, so the round of a coming minute can be named today. A draw's seed comes from it, or from any other
/// stated public number.
/// </summary>
public static partial class DrandRound
{
    /// <summary>The longest seed there may be, in letters.</summary>
    public const int SeedLength = 200;

    private const string Chain = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
    private const int PeriodSeconds = 3;

    private static readonly DateTime Genesis = DateTimeOffset.FromUnixTimeSeconds(1_692_803_367).UtcDateTime;

    // Entries are frozen within minutes after closing; their hash must be public before the round is.
    private static readonly TimeSpan AfterClosing = TimeSpan.FromHours(1);

    /// <summary>
    /// What the seed must look like, and when it comes, for a source that names a round; null for any other public number.
    /// </summary>
    public static DateTime? TimeOf(string source) =>
        Round().Match(source) is { Success: true } m && long.TryParse(m.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var round) && round < 1_000_000_000
            ? Genesis.AddSeconds((round - 1) * PeriodSeconds)
            : null;

    /// <summary>True for the 64 hexadecimal digits drand publishes as a round's randomness.</summary>
    public static bool IsRandomness(string seed) => seed.Length == 64 && seed.All(char.IsAsciiHexDigitLower);

    /// <summary>The seed as it is kept: drand's digits are written small.</summary>
    public static string Written(string source, string seed) => TimeOf(source) is null ? seed : seed.ToLowerInvariant();

    /// <summary>The source of a draw's seed: the first round an hour after closing.</summary>
    /// <param name="after">Another time after closing than an hour.</param>
    public static string Propose(DateTime closesAtUtc, TimeSpan? after = null)
    {
        var at = closesAtUtc + (after ?? AfterClosing);
        var round = (long)Math.Ceiling((at - Genesis).TotalSeconds / PeriodSeconds) + 1;
        var japan = at.InJapan();
        return string.Create(CultureInfo.InvariantCulture,
            $"drand quicknet 第{round}回（{DateOnly.FromDateTime(japan).Long()}{TimeOnly.FromDateTime(japan).Spoken()}に公開）https://api.drand.sh/{Chain}/public/{round}");
    }

    /// <summary>Demands that the seed can be what its source publishes, and has published by now.</summary>
    /// <exception cref="RuleBroken">It cannot; beside <c>Input.Seed</c>.</exception>
    public static void Demand(string source, string seed, DateTime nowUtc)
    {
        if (seed.Length == 0)
        {
            throw new RuleBroken("公開の数（乱数の種）を入力してください。", "Input.Seed");
        }

        if (seed.Length > SeedLength)
        {
            throw new RuleBroken($"公開の数は{SeedLength}字までで入力してください。", "Input.Seed");
        }

        if (TimeOf(source) is not { } comes)
        {
            return;
        }

        if (nowUtc < comes)
        {
            throw new RuleBroken("この回の数は、まだ公開されていません。公開の時刻を過ぎてから入れてください。", "Input.Seed");
        }

        if (!IsRandomness(Written(source, seed)))
        {
            throw new RuleBroken("drand の randomness は、0から9とaからfの64文字です。そのまま写してください。", "Input.Seed");
        }
    }

    [GeneratedRegex(@"^drand quicknet 第(\d+)回")]
    private static partial Regex Round();
}
