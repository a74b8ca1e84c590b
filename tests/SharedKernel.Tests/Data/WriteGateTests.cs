using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.SharedKernel.Tests.Data;

public sealed class WriteGateTests
{
    [Fact]
    public async Task Who_commits_while_the_disk_works_waits_for_its_next_turn_together_with_others()
    {
        using var gate = new SlowDisk();
        var first = gate.FlushAsync("shelf.db");
        await gate.BegunAsync();
        var second = gate.FlushAsync("shelf.db");
        var third = gate.FlushAsync("shelf.db");
        gate.GoOn();
        await first;
        await gate.BegunAsync();
        Assert.False(second.IsCompleted);
        Assert.Same(second, third);
        gate.GoOn();
        await second;
        Assert.Equal(["shelf.db-wal", "shelf.db-wal"], gate.Flushed);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_told_to_everybody_who_waits_and_asked_again_by_the_next()
    {
        using var gate = new SlowDisk { Fault = new IOException("no space") };
        gate.GoOn();
        var refused = await Assert.ThrowsAsync<SqliteException>(() => gate.FlushAsync("shelf.db"));
        Assert.True(AppDatabase.IsUnavailable(refused));
        gate.Fault = null;
        gate.GoOn();
        await gate.FlushAsync("shelf.db");
    }

    [Fact]
    public async Task The_next_writer_does_not_wait_for_the_disk_but_whoever_answers_does()
    {
        using var gate = new SlowDisk();
        await using var shelf = await Shelf.OpenAsync(gate);
        if (TestDatabase.Provider == Provider.Postgres)
        {
            return;
        }

        var saved = shelf.InScopeAsync(async (db, database) =>
        {
            await database.InTransactionAsync(async () =>
            {
                Assert.Equal(1, await SynchronousAsync(db));
                db.Add(new Book { Title = "草枕" });
                await db.SaveChangesAsync();
            });
            Assert.Equal(2, await SynchronousAsync(db));
        });
        await gate.BegunAsync();
        Assert.Equal(["草枕"], await shelf.TitlesAsync());
        using (await gate.EnterAsync(CancellationToken.None))
        {
            Assert.False(saved.IsCompleted);
        }

        gate.GoOn();
        await saved;
    }

    private static Task<int> SynchronousAsync(DbContext db) => db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();

    /// <summary>Begins to work when asked, and goes on when told.</summary>
    private sealed class SlowDisk : WriteGate
    {
        private readonly SemaphoreSlim begun = new(0);
        private readonly SemaphoreSlim goOn = new(0);

        public IOException? Fault { get; set; }

        public List<string> Flushed { get; } = [];

        public Task BegunAsync() => begun.WaitAsync();

        public void GoOn() => goOn.Release();

        protected override void Flush(string log)
        {
            begun.Release();
            goOn.Wait();
            Flushed.Add(log);
            if (Fault is not null)
            {
                throw Fault;
            }
        }
    }
}
