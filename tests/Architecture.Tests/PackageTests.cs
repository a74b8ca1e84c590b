using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kominkan.Architecture.Tests;

/// <summary>Every package we ask for, and every package that is shipped with the program, has a reviewed licence.</summary>
public sealed partial class PackageTests
{
    private const string Reviewed = "docs/packages.tsv";

    private static readonly string[] Folders = ["src", "tests", "tools"];

    private static readonly string[] Accepted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "LGPL-3.0-or-later", "MS-PL OR Apache-2.0"];

    [Fact]
    public void Packages_are_in_the_reviewed_list()
    {
        var known = Rule.Table(Reviewed).Select(r => r[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Rule.Holds($"Read the licence, then add these to {Reviewed} (name, tab, licence):", AskedFor().Concat(Shipped().Keys).Where(p => !known.Contains(p)));
    }

    [Fact]
    public void Licences_are_ones_a_city_can_live_with() =>
        Rule.Holds("Find another package, or decide in an ADR and add the licence to Accepted in PackageTests.cs:",
            Rule.Table(Reviewed).Where(r => !Accepted.Contains(r[1])).Select(r => $"{r[0]} {r[1]}"));

    [Fact]
    public void Licences_are_what_the_packages_themselves_say()
    {
        var said = Rule.Table(Reviewed).ToDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);
        Rule.Holds($"The package's own licence differs from {Reviewed}:",
            from package in Shipped()
            where said.ContainsKey(package.Key)
            let own = LicenceOf(package.Key, package.Value)
            where own is not null && own != said[package.Key]
            select $"{package.Key} {package.Value}: {own}");
    }

    private static IEnumerable<string> AskedFor() =>
        from folder in Folders
        from file in Rule.Files(folder, "*.csproj").Concat(Rule.Files(folder, "*.props")).Append("Directory.Build.props")
        from match in PackageReference().Matches(Rule.Text(file))
        select match.Groups[1].Value;

    private static Dictionary<string, string> Shipped()
    {
        using var lockFile = JsonDocument.Parse(Rule.Text("src/Host/packages.lock.json"));
        return lockFile.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject())
            .Where(p => p.Value.TryGetProperty("resolved", out _))
            .GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.First().Value.GetProperty("resolved").GetString()!);
    }

    /// <summary>The licence expression in the restored package; null when it is told in a file of its own.</summary>
    private static string? LicenceOf(string package, string version)
    {
        var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        var file = Path.Combine(folder, package.ToLowerInvariant(), version.ToLowerInvariant(), package.ToLowerInvariant() + ".nuspec");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants().FirstOrDefault(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression")?.Value
            : null;
    }

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\"")]
    private static partial Regex PackageReference();
}
