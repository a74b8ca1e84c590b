using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kominkan.Host;

/// <summary>
/// Brings every module's part of the database up to date, one process at a time, after a copy of the embedded file.
/// A migration that was killed leaves SQLite's lock row behind, on which EF would wait for ever: under our own lock
/// nobody else can be migrating, so an orphan is removed. (PostgreSQL's dies with its session, but guards no first start.)
/// </summary>
internal sealed class Migrator(IServiceProvider services, DatabaseSettings settings, IEnumerable<ModuleDatabase> modules, IEnumerable<IAfterMigration> after, TimeProvider clock)
{
    /// <summary>Applies what is pending and returns its names, oldest first.</summary>
    /// <exception cref="RuleBroken">Another process has been migrating for 30 seconds.</exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var turn = await TakeTurnAsync(cancellation);
        var pending = await PendingAsync(cancellation);
        if (settings.Provider == Provider.Sqlite)
        {
            if (pending.Count > 0)
            {
                BackUp();
                await RemoveOrphanLocksAsync(cancellation);
            }

            UseWriteAheadLog();
        }

        foreach (var module in modules)
        {
            var context = Context(module);
            if ((await context.Database.GetPendingMigrationsAsync(cancellation)).Any())
            {
                await context.Database.MigrateAsync(cancellation);
            }
        }

        foreach (var part in after)
        {
            await part.RunAsync(cancellation);
        }

        return pending;
    }

    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellation = default)
    {
        var pending = new List<string>();
        foreach (var module in modules)
        {
            pending.AddRange((await Context(module).Database.GetPendingMigrationsAsync(cancellation)).Select(m => $"{module.Name}: {m}"));
        }

        return pending;
    }

    private DbContext Context(ModuleDatabase module) => (DbContext)services.GetRequiredService(module.Context);

    private async Task<DatabaseLock> TakeTurnAsync(CancellationToken cancellation)
    {
        for (var tries = 0; tries < 30; tries++)
        {
            if (await DatabaseLock.TryTakeAsync(settings, "migrating", shared: false, cancellation) is { } turn)
            {
                return turn;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }

        throw new RuleBroken("ほかのプログラムがデータベースを更新しています。終わってから、もう一度実行してください。");
    }

    /// <summary>
    /// Readers go on while somebody writes. EF sets it only for files it creates, and ours is there, empty, once its
    /// connection is open; the file remembers it.
    /// </summary>
    private void UseWriteAheadLog()
    {
        using var connection = new SqliteConnection(settings.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        command.ExecuteNonQuery();
    }

    private void BackUp()
    {
        if (!File.Exists(settings.File) || new FileInfo(settings.File).Length == 0)
        {
            return;
        }

        var copy = OldCopies.NameOf(settings.File, clock.UtcNow());
        using var connection = new SqliteConnection(settings.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", copy);
        command.ExecuteNonQuery();
    }

    private async Task RemoveOrphanLocksAsync(CancellationToken cancellation)
    {
        foreach (var module in modules)
        {
            var context = Context(module);
            if (await context.GetService<IHistoryRepository>().ExistsAsync(cancellation))
            {
                await context.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL CONSTRAINT PK___EFMigrationsLock PRIMARY KEY, Timestamp TEXT NOT NULL)", cancellation);
                await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellation);
                return;
            }
        }
    }
}
