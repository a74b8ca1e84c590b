using Npgsql;

namespace Kominkan.Host;

/// <summary>
/// The mark that a host is serving this database, so that <c>restore</c> does not pull it away from under it: a locked file
/// beside the embedded database, a shared advisory lock on PostgreSQL. Both are gone when the process is, however it ends.
/// </summary>
internal sealed class Serving : IAsyncDisposable
{
    private const long Lock = 0x4B6F6D696E6B616E; // "Kominkan"

    private readonly IAsyncDisposable mark;

    private Serving(IAsyncDisposable mark) => this.mark = mark;

    /// <exception cref="RuleBroken">Another host serves the embedded database, or it is being restored.</exception>
    public static async Task<Serving> StartAsync(DatabaseSettings settings, CancellationToken cancellation) =>
        await TakeAsync(settings, "SELECT pg_try_advisory_lock_shared($1)", cancellation)
        ?? throw new RuleBroken("このデータベースは、ほかの Kominkan が使っています。そちらを止めてから、もう一度実行してください。");

    /// <summary>Keeps every host away; null when one is running.</summary>
    public static Task<Serving?> ForbidAsync(DatabaseSettings settings, CancellationToken cancellation) =>
        TakeAsync(settings, "SELECT pg_try_advisory_lock($1)", cancellation);

    public ValueTask DisposeAsync() => mark.DisposeAsync();

    private static async Task<Serving?> TakeAsync(DatabaseSettings settings, string sql, CancellationToken cancellation)
    {
        if (settings.Provider == Provider.Sqlite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(settings.File)!);
            try
            {
                return new Serving(new FileStream(settings.File + ".serving", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
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
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Lock } } };
            if (await command.ExecuteScalarAsync(cancellation) is true)
            {
                return new Serving(connection);
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
}
