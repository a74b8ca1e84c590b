using System.Text.RegularExpressions;

namespace Kominkan.Architecture.Tests;

/// <summary>Which module may know which. A new module is a new row; the compiler forbids the circles.</summary>
public sealed partial class ArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["SharedKernel"] = [],
        ["Facilities"] = ["SharedKernel"],
        ["Notifications"] = ["SharedKernel", "Facilities"],
        ["Accounts"] = ["SharedKernel", "Facilities", "Notifications"],
        ["Audit"] = ["SharedKernel"],
        ["People"] = ["SharedKernel"],
        ["Cashier"] = ["SharedKernel"],
        ["Booking"] = ["SharedKernel", "Facilities", "Notifications", "People", "Cashier"],
        ["Courses"] = ["SharedKernel", "Facilities", "Notifications", "People", "Booking"],
        ["Privacy"] = ["SharedKernel"],
        ["Reporting"] = ["SharedKernel"],
    };

    [Fact]
    public void Every_module_has_a_row_in_the_table_of_arrows() =>
        Rule.Holds("Add the module to Arrows in tests/Architecture.Tests/ArrowTests.cs, and to the drawing in ARCHITECTURE.md:",
            Directory.EnumerateDirectories(Path.Combine(Rule.Root, "src/Modules")).Select(d => Path.GetFileName(d)).Where(n => !Arrows.ContainsKey(n)));

    [Fact]
    public void Projects_refer_only_down_the_arrows() =>
        Rule.Holds("A project may refer only to what its row in Arrows names; contribute sideways through SharedKernel instead:",
            from name in Arrows.Keys
            let file = name == "SharedKernel" ? "src/SharedKernel/SharedKernel.csproj" : $"src/Modules/{name}/{name}.csproj"
            from Match match in ProjectReference().Matches(Rule.Text(file))
            let other = Path.GetFileNameWithoutExtension(match.Groups[1].Value.Replace('\\', '/'))
            where !Arrows[name].Contains(other)
            select $"{file} refers to {other}");

    [Fact]
    public void Assemblies_use_only_what_lies_down_the_arrows() =>
        Rule.Holds("A module uses a type it may not know; see Arrows in ArrowTests.cs:",
            from assembly in Program.Assemblies
            let name = assembly.GetName().Name!["Kominkan.".Length..]
            from other in assembly.GetReferencedAssemblies()
            where other.Name!.StartsWith("Kominkan", StringComparison.Ordinal) && !Arrows.GetValueOrDefault(name, []).Contains(other.Name.Split('.')[^1])
            select $"{name} uses {other.Name}");

    [Fact]
    public void Nothing_in_the_product_refers_to_the_host() =>
        Rule.Holds("The Host knows the modules, never the other way round:",
            from file in Rule.Files("src", "*.csproj")
            where Rule.Text(file).Contains("Host.csproj", StringComparison.Ordinal)
            select file);

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex ProjectReference();
}
