using Microsoft.Data.Sqlite;

namespace Kominkan.SharedKernel.Data;

/// <summary>The queue in front of SQLite's one writer, and one flush of the disk for all who have come through it.</summary>
public class WriteGate : IDisposable
{
    private const int Busy = 5;
    private const int NotWritten = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock door = new();
    private Task last = Task.CompletedTask;
    private Task? next;

    /// <exception cref="SqliteException">Another program has kept the file so long that those in front still wait.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation) =>
        await gate.WaitAsync(Patience, cancellation) ? new Turn(gate) : throw new SqliteException("The queue of writers does not move.", Busy);

    /// <summary>Ends when everything committed before the call is on the disk.</summary>
    /// <param name="file">The database's file; what is committed stands in the log beside it.</param>
    /// <exception cref="SqliteException">The disk did not take it.</exception>
    public Task FlushAsync(string file)
    {
        lock (door)
        {
            return next ??= last = FlushAfterAsync(last, file);
        }
    }

    /// <summary>The disk's own work.</summary>
    protected virtual void Flush(string log)
    {
        using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(handle);
    }

    public void Dispose()
    {
        gate.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task FlushAfterAsync(Task before, string file)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (door)
        {
            // A flush that has begun may miss what is committed from here on.
            next = null;
        }

        try
        {
            Flush(file + "-wal");
        }
        catch (FileNotFoundException)
        {
            // The last connection was closed: the log is in the file, by then flushed.
        }
        catch (IOException e)
        {
            throw new SqliteException("The log could not be flushed: " + e.Message, NotWritten);
        }
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
