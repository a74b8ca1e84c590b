using System.Runtime.CompilerServices;

namespace Kominkan.Architecture.Tests;

/// <summary>A house rule: what breaks it is listed one a line, under the advice what to do.</summary>
internal static class Rule
{
    public static string Root { get; } = FindRoot();

    public static void Holds(string advice, IEnumerable<string> broken)
    {
        var lines = broken.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{advice}\n  {string.Join("\n  ", lines)}\n");
    }

    /// <summary>Files of the source tree below <paramref name="folder"/>, as paths from the root, without what was built.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Rows of a reviewed table: tab-separated, under a line of heads.</summary>
    public static List<string[]> Table(string file) =>
        [.. Lines(file).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'))];

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
