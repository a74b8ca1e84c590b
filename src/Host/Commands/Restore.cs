using System.CommandLine;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kominkan.Host.Commands;

/// <summary>Puts a backup in the place of the database; never under a running host, never over data unless told to.</summary>
internal static class Restore
{
    public static Command Verb()
    {
        var file = new Argument<string>("FILE") { Description = "Kominkan backup で作ったファイル" };
        var replace = new Option<bool>("--replace") { Description = "今あるデータを捨てて置き換えます" };
        var verb = new Command("restore", "控えからデータベースと鍵を戻します（サイトを止めてから実行します）") { file, replace };
        verb.SetAction((parsed, cancellation) => Cli.InScopeAsync(services => RunAsync(services, Path.GetFullPath(parsed.GetRequiredValue(file)), parsed.GetValue(replace), cancellation)));
        return verb;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, bool replace, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new RuleBroken($"ファイル「{path}」がありません。");
        }

        var settings = services.GetRequiredService<DatabaseSettings>();
        var keys = Settings.KeysPath(services.GetRequiredService<IConfiguration>());
        await using var alone = await Serving.ForbidAsync(settings, cancellation)
            ?? throw new RuleBroken("Kominkan が動いています。止めてから、もう一度実行してください。");
        var scratch = Directory.CreateDirectory(Path.Combine(settings.Provider == Provider.Sqlite ? Path.GetDirectoryName(settings.File)! : Path.GetTempPath(), $".kominkan-{Guid.CreateVersion7():N}"));
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                scratch.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            var manifest = await Archive.UnpackAsync(path, scratch.FullName, settings.Provider, cancellation);
            if (settings.Provider == Provider.Sqlite)
            {
                PutSqlite(settings, Path.Combine(scratch.FullName, Archive.SqliteCopy), replace, services.GetRequiredService<TimeProvider>());
            }
            else
            {
                await PutPostgresAsync(settings, Path.Combine(scratch.FullName, Archive.PostgresDump), replace, cancellation);
            }

            PutKeys(Path.Combine(scratch.FullName, "keys"), keys);
            Console.WriteLine($"{DateOnly.FromDateTime(manifest.TakenAt.InJapan()).Long()} {TimeOnly.FromDateTime(manifest.TakenAt.InJapan()):HH:mm} の控えを戻しました。");
            var migrator = services.GetRequiredService<Migrator>();
            if ((await migrator.PendingAsync(cancellation)).Count > 0)
            {
                Console.WriteLine("控えはこの版より古いので、Kominkan migrate を実行してください。");
            }
            else
            {
                // Nothing to migrate, but what comes after it: whoever was erased since the backup is erased again.
                await migrator.MigrateAsync(cancellation);
            }

            return 0;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static void PutSqlite(DatabaseSettings settings, string copy, bool replace, TimeProvider clock)
    {
        using (var connection = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            connection.Open();
            // The log of a file that is copied into place must begin with the file.
            Execute(connection, "PRAGMA journal_mode=WAL");
        }

        if (!File.Exists(settings.File))
        {
            File.Move(copy, settings.File);
            return;
        }

        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false, DefaultTimeout = 5 }.ConnectionString))
        {
            connection.Open();
            if (!replace && Count(connection) > 0)
            {
                throw NotEmpty();
            }

            try
            {
                // Works only when nobody else has the file open, and takes the log back into it: a log that stayed behind would
                // be read into the new file.
                Execute(connection, "PRAGMA locking_mode=EXCLUSIVE");
                Execute(connection, "PRAGMA journal_mode=DELETE");
                Execute(connection, "BEGIN EXCLUSIVE; COMMIT");
            }
            catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
            {
                throw new RuleBroken("ほかのプログラムがデータベースを使っています。終わってから、もう一度実行してください。");
            }
        }

        File.Replace(copy, settings.File, OldCopies.NameOf(settings.File, clock.UtcNow()));
    }

    private static async Task PutPostgresAsync(DatabaseSettings settings, string dump, bool replace, CancellationToken cancellation)
    {
        var schemas = new List<string>();
        await using (var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await connection.OpenAsync(cancellation);
            // The other session of this process only forbids hosts to start.
            await using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity a WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'advisory' AND l.mode = 'ExclusiveLock')", connection);
            if (await others.ExecuteScalarAsync(cancellation) is > 0L)
            {
                throw new RuleBroken("ほかのプログラムがデータベースにつながっています。終わってから、もう一度実行してください。");
            }

            await using var owned = new NpgsqlCommand("SELECT nspname FROM pg_namespace WHERE nspname NOT IN ('public', 'information_schema') AND nspname NOT LIKE 'pg\\_%' ORDER BY nspname", connection);
            await using var reader = await owned.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                schemas.Add(reader.GetString(0));
            }
        }

        if (schemas.Count > 0 && !replace)
        {
            throw NotEmpty();
        }

        await PostgresTools.RestoreAsync(settings, dump, schemas, cancellation);
    }

    private static void PutKeys(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var key in Directory.EnumerateFiles(from))
        {
            File.Move(key, Path.Combine(to, Path.GetFileName(key)), overwrite: true);
        }
    }

    private static RuleBroken NotEmpty() => new("データベースは空ではありません。捨ててよければ --replace を付けて実行してください。");

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table'";
        return (long)command.ExecuteScalar()!;
    }
}
