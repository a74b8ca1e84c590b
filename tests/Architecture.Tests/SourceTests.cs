using System.Text.RegularExpressions;

namespace Kominkan.Architecture.Tests;

public sealed partial class SourceTests
{
    /// <summary>Where SQL is written by hand, and why EF does not do.</summary>
    private static readonly Dictionary<string, string> RawSql = new()
    {
        ["src/SharedKernel/Data/AppDatabase.cs"] = "pragmas of the embedded engine, locks of the other without a row",
        ["src/Host/Health.cs"] = "asks whether the database answers",
        ["src/Host/Migrator.cs"] = "copies the file, removes an orphan lock",
        ["src/Host/Commands/Backup.cs"] = "copies the file under load",
        ["src/Host/Commands/Restore.cs"] = "looks whether the database is empty and nobody else has it open",
        ["src/Host/DatabaseLock.cs"] = "the engine's own locks between processes",
        ["src/Modules/Audit/Data/AppendOnly.cs"] = "triggers, which no migration keeps",
        ["src/Modules/Booking/Data/LedgerTriggers.cs"] = "triggers, which no migration keeps",
        ["src/Host/SoundDatabase.cs"] = "checks that the engines make of themselves",
    };

    private static IEnumerable<string> Code => Rule.Files("src", "*.cs").Concat(Rule.Files("tests", "*.cs")).Concat(Rule.Files("tools", "*.cs"))
        .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal));

    private static IEnumerable<string> Views => Rule.Files("src", "*.cshtml");

    [Fact]
    public void Files_are_short() =>
        Rule.Holds("Split the file by what it does (300 lines at most, a PageModel 100):",
            from file in Code.Concat(Views)
            let lines = Rule.Lines(file).Length
            where lines > (file.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? 100 : 300)
            select $"{file} has {lines} lines");

    [Fact]
    public void Usings_stand_in_order() =>
        Rule.Holds("System first, then by the alphabet (dotnet format puts them so):",
            from file in Code
            let names = Using().Matches(Rule.Text(file)).Select(m => m.Groups[1].Value).ToList()
            where !names.SequenceEqual(names.OrderBy(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.OrdinalIgnoreCase))
            select file);

    [Fact]
    public void Sql_is_written_by_hand_only_where_the_list_says_why() =>
        Rule.Holds("Use LINQ, or add the file and the reason to RawSql in SourceTests.cs:",
            from file in Code
            where file.StartsWith("src/", StringComparison.Ordinal) && HandWrittenSql().IsMatch(Rule.Text(file)) && !RawSql.ContainsKey(file)
            select file);

    [Fact]
    public void Views_have_no_scripts_and_styles_of_their_own() =>
        Rule.Holds("The content security policy forbids these; put them into wwwroot/:",
            from file in Views
            from match in InlineCode().Matches(Rule.Text(file))
            select $"{file}: {match.Value}");

    [Fact]
    public void What_a_box_holds_is_said_by_its_property() =>
        Rule.Holds("Without [DataType(DataType.MultilineText)] or [DataType(DataType.Password)] the text is made one line; leave the type out of:",
            from file in Views
            from match in OddBox().Matches(Rule.Text(file))
            select $"{file}: {match.Value}");

    [Fact]
    public void Colours_come_from_the_tokens() =>
        Rule.Holds("Use an alias of a design token, var(--…), instead of:",
            from file in Rule.Files("src", "*.css")
            where !file.Contains("/wwwroot/lib/", StringComparison.Ordinal)
            from match in Colour().Matches(Comment().Replace(Rule.Text(file), ""))
            select $"{file}: {match.Value}");

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Rule.Holds("Run dotnet restore and commit packages.lock.json of:",
            from file in Rule.Files("src", "*.csproj").Concat(Rule.Files("tests", "*.csproj")).Concat(Rule.Files("tools", "*.csproj"))
            where !File.Exists(Path.Combine(Rule.Root, Path.GetDirectoryName(file)!, "packages.lock.json"))
            select file);

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = Rule.Text("Kominkan.sln").Replace('\\', '/');
        Rule.Holds("Run dotnet sln add:",
            from file in Rule.Files("src", "*.csproj").Concat(Rule.Files("tests", "*.csproj")).Concat(Rule.Files("tools", "*.csproj"))
            where !solution.Contains(file, StringComparison.Ordinal)
            select file);
    }

    [Fact]
    public void Decisions_are_told_in_25_lines() =>
        Rule.Holds("Shorten the decision (problem, decision, consequences; 25 lines):",
            from file in Directory.Exists(Path.Combine(Rule.Root, "docs/adr")) ? Rule.Files("docs/adr", "*.md") : []
            let lines = Rule.Lines(file).Length
            where lines > 25
            select $"{file} has {lines} lines");

    [GeneratedRegex(@"\b(FromSql|FromSqlRaw|FromSqlInterpolated|ExecuteSql\w*|SqlQuery\w*|NpgsqlCommand|SqliteCommand|CreateCommand)\b")]
    private static partial Regex HandWrittenSql();

    [GeneratedRegex("""<script(?![^>]*\bsrc=)[^>]*>|<style\b[^>]*>|\sstyle="[^"]*"|\son[a-z]+="[^"]*"|href="javascript:[^"]*" """, RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex("""<field [^>]*type="(textarea|password|number)"|<textarea""")]
    private static partial Regex OddBox();

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b(?![^{;]*\{)|\brgba?\([^v)][^)]*\)|\bhsla?\([^v)][^)]*\)")]
    private static partial Regex Colour();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
