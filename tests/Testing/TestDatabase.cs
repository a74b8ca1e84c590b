using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Kominkan.Testing;

/// <summary>
/// A database of one test: a file of its own, or, where <c>KOMINKAN_TEST_POSTGRES</c> holds the connection string of a
/// server, a database there. Migrations run once a process, into a template; every test gets a copy of it.
/// All are gone when the test ends.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("KOMINKAN_TEST_POSTGRES") is { Length: > 0 } s ? s : null;
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static TestDatabase? template;
    private static int made;

    private readonly string folder = Directory.CreateTempSubdirectory("kominkan-test-").FullName;

    private TestDatabase()
    {
        ConnectionString = Server is null
            ? $"Data Source={Path.Combine(folder, "kominkan.db")}"
            : new NpgsqlConnectionStringBuilder(Server) { Database = $"kominkan_test_{Environment.ProcessId}_{Interlocked.Increment(ref made)}" }.ConnectionString;
        Database = DatabaseSettings.From(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build());
    }

    public static Provider Provider => Server is null ? Provider.Sqlite : Provider.Postgres;

    public string ConnectionString { get; }

    /// <summary>A folder of the test's own, for files it writes; it goes with the database.</summary>
    public string Folder => folder;

    /// <summary>What the program must be told to use this database.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Database:Provider"] = Provider.ToString(),
        ["ConnectionStrings:Kominkan"] = ConnectionString,
        ["Keys:Path"] = Path.Combine(folder, "keys"),
        ["Site:BaseUrl"] = "http://127.0.0.1",
        // Whoever signs in with a password is in; the tests of the second factor ask for it.
        ["Accounts:StaffSecondFactor"] = "offered",
    };

    private DatabaseSettings Database { get; }

    /// <summary>A database without a table in it. On SQLite not even the file is there.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var database = new TestDatabase();
        if (Server is not null)
        {
            await Turn.WaitAsync();
            try
            {
                await ExecuteAsync($"CREATE DATABASE {Name(database)}");
            }
            finally
            {
                Turn.Release();
            }
        }

        return database;
    }

    /// <summary>A database with every module's tables, all empty.</summary>
    /// <param name="migrate">Makes the tables; called for the first database of the process only.</param>
    public static async Task<TestDatabase> CreateAsync(Func<TestDatabase, Task> migrate)
    {
        var database = new TestDatabase();
        await Turn.WaitAsync();
        try
        {
            template ??= await MakeTemplateAsync(migrate);
            if (Server is null)
            {
                File.Copy(template.Database.File, database.Database.File);
            }
            else
            {
                await ExecuteAsync($"CREATE DATABASE {Name(database)} TEMPLATE {Name(template)}");
            }
        }
        finally
        {
            Turn.Release();
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        ClearPool();
        if (Server is not null)
        {
            await Turn.WaitAsync();
            try
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS {Name(this)} WITH (FORCE)");
            }
            finally
            {
                Turn.Release();
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<TestDatabase> MakeTemplateAsync(Func<TestDatabase, Task> migrate)
    {
        var made = new TestDatabase();
        if (Server is not null)
        {
            await DropLeftoversAsync();
            await ExecuteAsync($"CREATE DATABASE {Name(made)}");
        }

        await migrate(made);
        if (Server is null)
        {
            await using var connection = new SqliteConnection(made.Database.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        made.ClearPool();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return made;
    }

    /// <summary>Drops what test processes that were killed have left on a server that outlives them.</summary>
    private static async Task DropLeftoversAsync()
    {
        var alive = Process.GetProcesses().Select(p => p.Id.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        var names = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT datname FROM pg_database WHERE datname LIKE 'kominkan\\_test\\_%'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names.Where(n => !alive.Contains(n.Split('_')[2])))
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    private static string Name(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    /// <summary>Only this database's connections: other tests are at work meanwhile.</summary>
    private void ClearPool()
    {
        if (Server is null)
        {
            using var connection = new SqliteConnection(Database.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new NpgsqlConnection(Database.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
