using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kominkan.SharedKernel.Data;

/// <summary>
/// The one connection of a scope, shared by every module's context, so that a POST is one transaction whatever it touches.
/// On SQLite a transaction is IMMEDIATE behind an in-process gate: writers queue fairly instead of polling the file's lock.
/// </summary>
public class AppDatabase(DatabaseSettings settings, WriteGate gate, IPublicPages? pages = null, ILogger<AppDatabase>? log = null) : IAsyncDisposable, IDisposable
{
    private static readonly ConcurrentDictionary<Type, string?> Tags = new();

    // Handles come back from the driver's pool with their pragmas set: asking again would cost each page two statements.
    private static readonly ConditionalWeakTable<object, object> Prepared = [];

    private readonly List<DbContext> contexts = [];
    private readonly List<Func<ValueTask>> afterCommit = [];
    private DbConnection? connection;
    private DbTransaction? transaction;

    public Provider Provider => settings.Provider;

    /// <summary>The scope's connection; opened here on SQLite, by its user on PostgreSQL.</summary>
    public DbConnection Connection => connection ??= Provider == Provider.Sqlite ? OpenSqlite()
        : new NpgsqlConnection(BesideThePool ? new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString : settings.ConnectionString);

    /// <summary>See <see cref="ScopeExtensions.CreateScopeBesideThePool"/>.</summary>
    internal bool BesideThePool { get; set; }

    /// <summary>The connection broke in the middle of the last transaction: whatever the work then stumbled over, it is nobody's mistake.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Joins a context to the connection and to the transaction, if one is running.</summary>
    public void Enlist(DbContext context)
    {
        context.Database.SetDbConnection(Connection);
        contexts.Add(context);
        // A save that fails ends the whole POST; who goes on after one asks for savepoints himself.
        context.Database.AutoSavepointsEnabled = false;
        context.SavingChanges += (_, _) => EvictWhatChanges(context);
        context.SavedChanges += (_, _) => context.ChangeTracker.AutoDetectChangesEnabled = true;
        context.SaveChangesFailed += (_, _) => context.ChangeTracker.AutoDetectChangesEnabled = true;
        if (transaction is not null)
        {
            context.Database.UseTransaction(transaction);
        }
    }

    /// <summary>Runs when the transaction has been committed; without one, never.</summary>
    public void AfterCommit(Func<ValueTask> act) => afterCommit.Add(act);

    /// <summary>Runs the work in one transaction of all contexts: committed when it returns, rolled back when it throws.</summary>
    public virtual async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default)
    {
        if (transaction is not null)
        {
            return await work();
        }

        if (Provider == Provider.Postgres)
        {
            return await CommitAsync(work, cancellation);
        }

        T result;
        // The commit does not wait for the disk, as the next writer would with it: who answers does, together with others.
        using (await gate.EnterAsync(cancellation))
        using (new Unsynchronized(Connection))
        {
            result = await CommitAsync(work, cancellation);
        }

        await gate.FlushAsync(settings.File);
        return result;
    }

    private async Task<T> CommitAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (Connection.State != System.Data.ConnectionState.Open)
        {
            await Connection.OpenAsync(cancellation);
        }

        T result;
        await using (transaction = await Connection.BeginTransactionAsync(cancellation))
        {
            try
            {
                contexts.ForEach(c => c.Database.UseTransaction(transaction));
                result = await work();
                await transaction.CommitAsync(CancellationToken.None);
            }
            catch
            {
                IsLost = Connection.State != System.Data.ConnectionState.Open;
                // What the work had changed in memory must not be saved by whoever shows the form again.
                contexts.ForEach(c => c.ChangeTracker.Clear());
                afterCommit.Clear();
                throw;
            }
            finally
            {
                contexts.ForEach(c => c.Database.UseTransaction(null));
                transaction = null;
            }
        }

        await RunAfterCommitAsync();
        return result;
    }

    public Task InTransactionAsync(Func<Task> work, CancellationToken cancellation = default) =>
        InTransactionAsync(async () => { await work(); return true; }, cancellation);

    /// <summary>
    /// One at a time from here to the end of the running transaction, on all hosts, for what has no row to lock. SQLite lets in
    /// one writer anyway.
    /// </summary>
    /// <param name="name">What is guarded: <c>accounts.mailed-codes</c>.</param>
    public virtual async Task TakeTurnAsync(string name, CancellationToken cancellation = default)
    {
        if (Provider == Provider.Postgres)
        {
            await using var turn = Connection.CreateCommand();
            turn.Transaction = transaction ?? throw new InvalidOperationException("A turn is taken inside a transaction.");
            turn.CommandText = "SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))";
            turn.Parameters.Add(new NpgsqlParameter("name", name));
            await turn.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>
    /// After an erasure is committed: what the embedded engine's log still holds of it goes into the file, where it is
    /// overwritten. PostgreSQL does this by itself in its own time (vacuum, and the end of its log).
    /// </summary>
    public async Task EmptyLogAsync(CancellationToken cancellation = default)
    {
        if (Provider == Provider.Sqlite)
        {
            // Not behind the gate: it is called when a transaction has just been kept, whose turn it still is.
            await using var checkpoint = Connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>True when the database refused a second row of something there may be only one of.</summary>
    public static bool IsUniqueViolation(Exception e) => e.GetBaseException() switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    /// <summary>True when the database is busy, restarting or full: worth trying again, nobody's mistake.</summary>
    public static bool IsUnavailable(Exception e) => e.GetBaseException() switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true,
        PostgresException p => p.IsTransient || p.SqlState.StartsWith("57P", StringComparison.Ordinal) || p.SqlState.StartsWith("53", StringComparison.Ordinal),
        NpgsqlException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    public void Dispose()
    {
        connection?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is kept is kept: an act that fails is written down, and the others run.</summary>
    private async Task RunAfterCommitAsync()
    {
        var acts = afterCommit.ToList();
        afterCommit.Clear();
        foreach (var act in acts)
        {
            try
            {
                await act();
            }
            catch (Exception e)
            {
                log?.LogError(e, "What follows a commit has failed");
            }
        }
    }

    private void EvictWhatChanges(DbContext context)
    {
        if (pages is null)
        {
            return;
        }

        // Looked for once: the save that follows would compare every row with what it was a second time.
        var tracker = context.ChangeTracker;
        tracker.DetectChanges();
        tracker.AutoDetectChangesEnabled = false;
        var shown = tracker.Entries().Where(e => e.State != EntityState.Unchanged)
            .Select(e => Tags.GetOrAdd(e.Metadata.ClrType, t => t.GetCustomAttribute<ShownPubliclyAttribute>()?.Tag)).OfType<string>().Distinct();
        foreach (var tag in shown.ToList())
        {
            AfterCommit(() => pages.EvictAsync(tag));
        }
    }

    private SqliteConnection OpenSqlite()
    {
        var opened = new SqliteConnection(settings.ConnectionString);
        opened.Open();
        if (Prepared.TryAdd(opened.Handle!, opened.Handle!))
        {
            // An erased name must be gone from the file; FULL keeps what was acknowledged through a power cut.
            Execute(opened, "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
        }

        return opened;
    }

    private static void Execute(DbConnection on, string sql)
    {
        using var command = on.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private readonly struct Unsynchronized : IDisposable
    {
        private readonly DbConnection connection;

        public Unsynchronized(DbConnection connection) => Execute(this.connection = connection, "PRAGMA synchronous=NORMAL");

        public void Dispose() => Execute(connection, "PRAGMA synchronous=FULL");
    }
}

public static class ScopeExtensions
{
    /// <summary>
    /// For whoever reads for everybody (caches): a scope whose connection is none of the pool's. With every connection of the
    /// pool waiting for one row's lock, the one that holds it must not wait for a connection.
    /// </summary>
    public static AsyncServiceScope CreateScopeBesideThePool(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AppDatabase>().BesideThePool = true;
        return scope;
    }
}
