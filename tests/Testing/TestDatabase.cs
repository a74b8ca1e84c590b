using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kominkan.Testing;

/// <summary>
/// An empty database of one test: a file of its own, or, where <c>KOMINKAN_TEST_POSTGRES</c> holds the connection string of
/// a server, a database there. Both are gone when the test ends.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kominkan-test-").FullName;
    private string connectionString = "";

    private static string? Server => Environment.GetEnvironmentVariable("KOMINKAN_TEST_POSTGRES") is { Length: > 0 } s ? s : null;

    public static Provider Provider => Server is null ? Provider.Sqlite : Provider.Postgres;

    public Dictionary<string, string?> Settings => new()
    {
        ["Database:Provider"] = Provider.ToString(),
        ["ConnectionStrings:Kominkan"] = connectionString,
        ["Keys:Path"] = Path.Combine(folder, "keys"),
        ["Site:BaseUrl"] = "http://127.0.0.1",
    };

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        if (Server is null)
        {
            database.connectionString = $"Data Source={Path.Combine(database.folder, "kominkan.db")}";
        }
        else
        {
            var name = "t" + Guid.CreateVersion7().ToString("N");
            await ExecuteAsync($"CREATE DATABASE {name}");
            database.connectionString = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
