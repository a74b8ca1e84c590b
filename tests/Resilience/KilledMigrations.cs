namespace Kominkan.Resilience;

/// <summary>A machine that loses power while the database is made or brought up to date.</summary>
public sealed class KilledMigrations
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task Killed_at_any_moment_the_next_run_finishes_the_work()
    {
        for (var moment = 400; moment <= 2400; moment += 250)
        {
            await using var database = await TestDatabase.CreateEmptyAsync();
            await using (var first = KominkanProcess.Start(database.Settings, "migrate"))
            {
                await Task.WhenAny(first.WaitForExitAsync(), Task.Delay(moment));
                if (!first.HasExited)
                {
                    await first.KillAsync();
                }
            }

            var next = await KominkanProcess.RunAsync(database.Settings, "migrate");
            Assert.True(next is { ExitCode: 0, Errors: "" }, $"Killed after {moment} ms: {next}");
            var last = await KominkanProcess.RunAsync(database.Settings, "migrate");
            Assert.Equal("データベースは最新です。", last.Output);
        }
    }
}
