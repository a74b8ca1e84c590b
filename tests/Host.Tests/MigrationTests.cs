using Microsoft.Data.Sqlite;

namespace Kominkan.Host.Tests;

public sealed class MigrationTests
{
    [Fact]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var first = await KominkanProcess.RunAsync(database.Settings, "migrate");
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Contains("データベースを更新しました", first.Output, StringComparison.Ordinal);
        var second = await KominkanProcess.RunAsync(database.Settings, "migrate");
        Assert.Equal((0, "データベースは最新です。"), (second.ExitCode, second.Output));
    }

    [Fact]
    public async Task Two_programs_that_migrate_at_once_both_succeed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var both = await Task.WhenAll(KominkanProcess.RunAsync(database.Settings, "migrate"), KominkanProcess.RunAsync(database.Settings, "migrate"));
        Assert.All(both, run => Assert.Equal((0, ""), (run.ExitCode, run.Errors)));
    }

    [Fact]
    public async Task An_orphan_of_a_killed_migration_does_not_hang_the_next_start()
    {
        if (TestDatabase.Provider != Provider.Sqlite)
        {
            return; // PostgreSQL's lock dies with its session.
        }

        await using var database = await TestDatabase.CreateEmptyAsync();
        await KominkanProcess.RunAsync(database.Settings, "migrate");
        string history;
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            history = (string)(await ScalarAsync(connection, "SELECT name FROM sqlite_master WHERE name LIKE '%\\___ef_migrations' ESCAPE '\\' LIMIT 1"))!;
            await ScalarAsync(connection, "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL)");
            await ScalarAsync(connection, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        }

        // The next version brings a migration; here an old one is forgotten whose module has no other table yet.
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            var prefix = history[..^"__ef_migrations".Length];
            await ScalarAsync(connection, $"PRAGMA foreign_keys=OFF; DELETE FROM {history}");
            var tables = new List<string>();
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = $"SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '{prefix}%' AND name <> '{history}'";
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    tables.Add(reader.GetString(0));
                }
            }

            foreach (var table in tables)
            {
                await ScalarAsync(connection, $"PRAGMA foreign_keys=OFF; DROP TABLE \"{table}\"");
            }

            SqliteConnection.ClearPool(connection);
        }

        var (exitCode, output, errors) = await KominkanProcess.RunAsync(database.Settings, "migrate");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("データベースを更新しました", output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(database.Folder, "*.bak"));
    }

    [Fact]
    public async Task Serving_on_an_empty_folder_makes_the_database()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        if (TestDatabase.Provider == Provider.Postgres)
        {
            var e = await Assert.ThrowsAsync<InvalidOperationException>(() => KominkanProcess.ServeAsync(database.Settings));
            Assert.Contains("先に Kominkan migrate を実行してください。", e.Message, StringComparison.Ordinal);
            await KominkanProcess.RunAsync(database.Settings, "migrate");
        }

        await using var site = await KominkanProcess.ServeAsync(database.Settings);
        using var browser = site.NewBrowser();
        Assert.Equal("ok", (await browser.OpenAsync("/health/ready")).Text);
        Assert.Equal(0, await site.StopAsync());
        Assert.Equal("", site.Errors);
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
