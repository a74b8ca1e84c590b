using System.Globalization;
using System.Text.Json;

namespace Kominkan.SampleCity;

/// <summary>
/// What a year has to add up to. For the two years of the printed report it is what is printed there; where nothing is
/// printed, and for every other year, it is the later printed year with some noise.
/// </summary>
internal sealed class Targets
{
    private readonly Dictionary<string, int> values = [];
    private readonly Dictionary<string, string> labels = [];
    private readonly HashSet<string> printed = [];

    public Targets(int fiscalYear, Random random)
    {
        using var report = JsonDocument.Parse(Data.Open("h26-figures.json"));
        var column = report.RootElement.GetProperty("fiscalYears").EnumerateObject().Where(y => YearOf(y.Value.GetString()!) == fiscalYear).Select(y => y.Name).FirstOrDefault();
        var year = 0.94 + (0.12 * random.NextDouble());
        foreach (var figure in report.RootElement.GetProperty("figures").EnumerateArray())
        {
            var key = figure.GetProperty("key").GetString()!;
            labels[key] = figure.GetProperty("labelJa").GetString()!;
            if (column is not null && figure.GetProperty(column) is { ValueKind: JsonValueKind.Number } exact)
            {
                values[key] = exact.GetInt32();
                printed.Add(key);
            }
            else if (figure.GetProperty("h26") is { ValueKind: JsonValueKind.Number } other)
            {
                // Shares stay; the year as a whole is better or worse, each figure of it a little more or less.
                var scale = figure.GetProperty("unit").GetString() == "%" ? 1 : year + (0.01 * (random.NextDouble() - 0.5));
                values[key] = (int)Math.Round(other.GetInt32() * scale, MidpointRounding.AwayFromZero);
            }
        }
    }

    public int this[string key] => values[key];

    public bool IsPrinted(string key) => printed.Contains(key);

    /// <summary>The figures of a group, named by the last word of their label, in the order of the report.</summary>
    public IEnumerable<(string Name, int Value)> Below(string group) =>
        values.Where(v => v.Key.StartsWith(group, StringComparison.Ordinal)).Select(v => (labels[v.Key].Split(' ')[^1], v.Value));

    /// <summary>平成26年度 (2014-04-01/2015-03-31)</summary>
    private static int YearOf(string text) => int.Parse(text.AsSpan(text.IndexOf('(', StringComparison.Ordinal) + 1, 4), CultureInfo.InvariantCulture);
}

internal static class Data
{
    public static Stream Open(string name) =>
        typeof(Data).Assembly.GetManifestResourceStream($"Kominkan.SampleCity.Data.{name}") ?? throw new InvalidOperationException($"{name} is not embedded.");
}
