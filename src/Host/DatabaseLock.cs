using Npgsql;

namespace Kominkan.Host;

/// <summary>
/// A mark on the database that other processes see: a locked file beside the embedded one, an advisory lock on PostgreSQL.
/// It is gone when the process is, however it ends.
/// </summary>
internal sealed class DatabaseLock : IAsyncDisposable
{
    private readonly IAsyncDisposable held;

    private DatabaseLock(IAsyncDisposable held) => this.held = held;

    /// <param name="name">What is locked: <c>serving</c>, <c>migrating</c>.</param>
    /// <param name="shared">On PostgreSQL, that others may hold it shared too; the embedded database has one holder.</param>
    /// <returns>Null when somebody else holds it.</returns>
    public static async Task<DatabaseLock?> TryTakeAsync(DatabaseSettings settings, string name, bool shared, CancellationToken cancellation)
    {
        if (settings.Provider == Provider.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(settings.File)!);
            try
            {
                return new(new FileStream($"{settings.File}.{name}", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
            }
            catch (IOException)
            {
                return null;
            }
        }

        // A connection of its own: the lock lives as long as its session.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false, KeepAlive = 60 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock{(shared ? "_shared" : "")}(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = "Kominkan." + name } } };
            if (await command.ExecuteScalarAsync(cancellation) is true)
            {
                return new(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => held.DisposeAsync();
}
