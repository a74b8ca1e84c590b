using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Architecture.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task Every_model_is_what_its_migrations_make_on_both_engines()
    {
        var modules = (await Program.AppAsync()).Services.GetServices<ModuleDatabase>();
        Rule.Holds("Write the missing migration with tools/migration Module Name:",
            from module in modules
            from engine in new[] { (Provider: Provider.Sqlite, module.Context), (Provider: Provider.Postgres, Context: module.PostgresContext) }
            where Differs(engine.Context, module.Name, engine.Provider)
            select $"{module.Name} on {engine.Provider}");
    }

    [Fact]
    public void Both_engines_have_the_same_migrations() =>
        Rule.Holds("tools/migration writes every migration for both engines; these exist for one only:",
            from file in Rule.Files("src", "*.cs")
            where file.Contains("/Data/Migrations/", StringComparison.Ordinal) && !file.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal) && !file.EndsWith(".Designer.cs", StringComparison.Ordinal)
            let twin = file.Contains("/Sqlite/", StringComparison.Ordinal) ? file.Replace("/Sqlite/", "/Postgres/", StringComparison.Ordinal) : file.Replace("/Postgres/", "/Sqlite/", StringComparison.Ordinal)
            let name = Path.GetFileName(file)[15..]
            where !Directory.EnumerateFiles(Path.Combine(Rule.Root, Path.GetDirectoryName(twin)!)).Any(f => f.EndsWith("_" + name, StringComparison.Ordinal))
            select file);

    private static bool Differs(Type type, string name, Provider provider)
    {
        using var context = (DbContext)Activator.CreateInstance(type, ModuleDatabaseExtensions.Options(type, name, provider))!;
        return context.Database.HasPendingModelChanges();
    }
}
