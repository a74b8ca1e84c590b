using Microsoft.EntityFrameworkCore;

namespace Kominkan.SharedKernel.Tests.Data;

public sealed class AppDatabaseTests
{
    private static readonly Guid Here = Guid.CreateVersion7();
    private static readonly Guid There = Guid.CreateVersion7();

    [Fact]
    public async Task What_the_work_saved_is_there_when_it_returns()
    {
        await using var shelf = await Shelf.OpenAsync();
        var told = new List<string>();
        await shelf.InScopeAsync((db, database) => database.InTransactionAsync(async () =>
        {
            database.AfterCommit(() => { told.Add("committed"); return default; });
            db.Add(new Book { Title = "草枕" });
            await db.SaveChangesAsync();
            Assert.Empty(told);
        }));
        Assert.Equal(["草枕"], await shelf.TitlesAsync());
        Assert.Equal(["committed"], told);
    }

    [Fact]
    public async Task Nothing_is_there_when_the_work_throws()
    {
        await using var shelf = await Shelf.OpenAsync();
        var told = new List<string>();
        await shelf.InScopeAsync(async (db, database) =>
        {
            await Assert.ThrowsAsync<RuleBroken>(() => database.InTransactionAsync(async () =>
            {
                database.AfterCommit(() => { told.Add("committed"); return default; });
                db.Add(new Book { Title = "草枕" });
                await db.SaveChangesAsync();
                db.Add(new Book { Title = "三四郎" });
                throw new RuleBroken("だめです。");
            }));
            Assert.Empty(db.ChangeTracker.Entries());
            await db.SaveChangesAsync();
        });
        Assert.Empty(await shelf.TitlesAsync());
        Assert.Empty(told);
    }

    [Fact]
    public async Task What_follows_a_commit_runs_once_although_something_before_it_fails()
    {
        await using var shelf = await Shelf.OpenAsync();
        var told = new List<string>();
        await shelf.InScopeAsync(async (db, database) =>
        {
            await database.InTransactionAsync(async () =>
            {
                database.AfterCommit(() => throw new InvalidOperationException("the disk is full"));
                database.AfterCommit(() => { told.Add("committed"); return default; });
                db.Add(new Book { Title = "草枕" });
                await db.SaveChangesAsync();
            });
            await database.InTransactionAsync(() => Task.CompletedTask);
        });
        Assert.Equal(["草枕"], await shelf.TitlesAsync());
        Assert.Equal(["committed"], told);
    }

    [Fact]
    public async Task A_transaction_inside_a_transaction_is_the_same_one()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.InScopeAsync(async (db, database) =>
            await Assert.ThrowsAsync<RuleBroken>(() => database.InTransactionAsync(async () =>
            {
                await database.InTransactionAsync(async () =>
                {
                    db.Add(new Book { Title = "草枕" });
                    await db.SaveChangesAsync();
                });
                throw new RuleBroken("だめです。");
            })));
        Assert.Empty(await shelf.TitlesAsync());
    }

    [Fact]
    public async Task A_second_row_of_something_single_is_known_as_such()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.InScopeAsync(async (db, _) =>
        {
            db.AddRange(new Book { Title = "草枕" }, new Book { Title = "草枕" });
            var e = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.True(AppDatabase.IsUniqueViolation(e));
            Assert.False(AppDatabase.IsUnavailable(e));
        });
    }

    [Fact]
    public async Task Twenty_writers_at_once_all_get_their_turn()
    {
        await using var shelf = await Shelf.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => shelf.InScopeAsync((db, database) => database.InTransactionAsync(async () =>
        {
            var count = await db.Books.CountAsync();
            db.Add(new Book { Title = $"{i} ({count})" });
            await db.SaveChangesAsync();
        })))));
        Assert.Equal(20, (await shelf.TitlesAsync()).Count);
    }

    [Fact]
    public async Task Rows_of_other_halls_are_not_there()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.InScopeAsync(async (db, _) =>
        {
            db.AddRange(new Book { Title = "草枕", HallId = Here }, new Book { Title = "三四郎", HallId = There });
            await db.SaveChangesAsync();
        });
        Assert.Equal(["草枕"], await shelf.TitlesAsync(new HallSet(false, [Here])));
        Assert.Empty(await shelf.TitlesAsync(HallSet.Nowhere));
        Assert.Equal(2, (await shelf.TitlesAsync()).Count);
    }

    [Fact]
    public async Task An_instant_comes_back_as_the_same_instant_in_utc()
    {
        await using var shelf = await Shelf.OpenAsync();
        var instant = new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Unspecified);
        await shelf.InScopeAsync(async (db, _) =>
        {
            db.Add(new Book { Title = "草枕", BoughtAt = instant });
            await db.SaveChangesAsync();
        });
        await shelf.InScopeAsync(async (db, _) =>
        {
            var book = await db.Books.SingleAsync();
            Assert.Equal(DateTimeKind.Utc, book.BoughtAt.Kind);
            Assert.Equal(instant, book.BoughtAt);
        });
    }

    [Theory]
    [InlineData(Provider.Sqlite, "shelf_Books", null)]
    [InlineData(Provider.Postgres, "Books", "shelf")]
    public void A_module_keeps_its_tables_apart(Provider provider, string table, string? schema)
    {
        var type = provider == Provider.Sqlite ? typeof(ShelfDb) : typeof(ShelfPostgresDb);
        using var db = (ShelfDb)Activator.CreateInstance(type, ModuleDatabaseExtensions.Options(type, "shelf", provider))!;
        var book = db.Model.FindEntityType(typeof(Book))!;
        Assert.Equal(table, book.GetTableName());
        Assert.Equal(schema, book.GetSchema());
    }
}
