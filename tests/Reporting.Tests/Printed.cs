using System.Text.Json;

namespace Kominkan.Reporting.Tests;

/// <summary>The figures of the printed report, as SampleCity carries them.</summary>
internal static class Printed
{
    public static IReadOnlyList<JsonElement> Figures { get; } = Read();

    public static JsonElement Figure(string key) => Figures.Single(f => f.GetProperty("key").GetString() == key);

    public static int H26(string key) => Figure(key).GetProperty("h26").GetInt32();

    public static int H25(string key) => Figure(key).GetProperty("h25").GetInt32();

    private static List<JsonElement> Read()
    {
        using var stream = typeof(SampleCity.SampleYear).Assembly.GetManifestResourceStream("Kominkan.SampleCity.Data.h26-figures.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.Clone().GetProperty("figures").EnumerateArray()];
    }
}
