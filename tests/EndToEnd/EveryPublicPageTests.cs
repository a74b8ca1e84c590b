using System.Runtime.CompilerServices;

namespace Kominkan.EndToEnd;

/// <summary>Every page that anybody may open and that needs no number, on the sample city, wide and narrow, without JavaScript.</summary>
[Trait("Category", "Look")]
public sealed class EveryPublicPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Is_accessible_and_fits_at_any_width()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.FillSampleAsync();
        await chromium.LookAsync(app, null, [.. PublicPages()], javaScript: false);
    }

    /// <summary>From the reviewed table, which the architecture tests keep complete.</summary>
    private static IEnumerable<string> PublicPages([CallerFilePath] string here = "") =>
        from line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../Architecture.Tests/pages.tsv")).Skip(1)
        let row = line.Split('\t')
        where row is [_, "anyone", _] && row[2].Contains("GET", StringComparison.Ordinal) && !row[0].Contains('{', StringComparison.Ordinal)
            && !row[0].StartsWith("/health", StringComparison.Ordinal) && !row[0].Contains('.', StringComparison.Ordinal) && !row[0].EndsWith("/sign-out", StringComparison.Ordinal)
        select row[0];
}
