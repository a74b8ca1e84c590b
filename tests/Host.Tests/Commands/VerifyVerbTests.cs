using System.Text.Json;

namespace Kominkan.Host.Tests.Commands;

public sealed class VerifyVerbTests
{
    [Fact]
    public async Task Finds_nothing_in_the_sample_city_and_then_a_planted_orphan()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var (code, _, errors) = await KominkanProcess.RunAsync(database.Settings, "verify");
        Assert.Equal(1, code);
        Assert.Contains("先に Kominkan migrate を実行してください。", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(database.Folder));

        Assert.Equal(0, (await KominkanProcess.RunAsync(database.Settings, "sample")).ExitCode);
        (code, var output, _) = await KominkanProcess.RunAsync(database.Settings, "verify");
        Assert.True(code == 0, output);

        await database.PlantAsync($"""UPDATE {Planted.Table("courses", "Sessions")} SET "CourseId" = '{Guid.CreateVersion7().ToString().ToUpperInvariant()}' WHERE "Id" = (SELECT min("Id"::text)::uuid FROM {Planted.Table("courses", "Sessions")})""".Replace("min(\"Id\"::text)::uuid", TestDatabase.Provider == Provider.Sqlite ? "min(\"Id\")" : "min(\"Id\"::text)::uuid", StringComparison.Ordinal));
        (code, output, _) = await KominkanProcess.RunAsync(database.Settings, "verify", "--json");
        Assert.Equal(1, code);
        var orphan = JsonDocument.Parse(output).RootElement.EnumerateArray().Single(r => r.GetProperty("name").GetString()!.Contains("外部キー", StringComparison.Ordinal));
        Assert.Equal(1, orphan.GetProperty("violations").GetInt64());
        Assert.Contains("Sessions", orphan.GetProperty("example").GetString(), StringComparison.Ordinal);
    }
}
