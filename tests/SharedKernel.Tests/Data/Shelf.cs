using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.SharedKernel.Tests.Data;

internal sealed class Book : IHallOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HallId { get; init; }

    public required string Title { get; set; }

    public DateTime BoughtAt { get; init; }
}

internal class ShelfDb : DbContext, IHallScopedContext
{
    public ShelfDb(DbContextOptions<ShelfDb> options)
        : base(options)
    {
    }

    protected ShelfDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    public DbSet<Book> Books => Set<Book>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Book>(b =>
        {
            b.HasIndex(x => x.Title).IsUnique();
            b.HasQueryFilter(x => Scope.IsEverywhere || Scope.Halls.Contains(x.HallId));
        });
        modelBuilder.LayOut("shelf", this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();
}

internal sealed class ShelfPostgresDb(DbContextOptions<ShelfPostgresDb> options) : ShelfDb(options);

/// <summary>A module's database without a module: the shared kernel alone on a database of its own.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Shelf(TestDatabase database, WriteGate gate)
    {
        this.database = database;
        services = new ServiceCollection()
            .AddSingleton(DatabaseSettings.From(new ConfigurationBuilder().AddInMemoryCollection(database.Settings).Build()))
            .AddSingleton(_ => gate).AddScoped<AppDatabase>().AddScoped<HallScope>()
            .AddModuleDatabase<ShelfDb, ShelfPostgresDb>("shelf")
            .BuildServiceProvider();
    }

    public static async Task<Shelf> OpenAsync(WriteGate? gate = null)
    {
        var shelf = new Shelf(await TestDatabase.CreateEmptyAsync(), gate ?? new WriteGate());
        await shelf.InScopeAsync((db, _) => db.Database.EnsureCreatedAsync());
        return shelf;
    }

    public async Task InScopeAsync(Func<ShelfDb, AppDatabase, Task> work, HallSet? halls = null)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<HallScope>().Open(halls ?? HallSet.Everywhere);
        await work(scope.ServiceProvider.GetRequiredService<ShelfDb>(), scope.ServiceProvider.GetRequiredService<AppDatabase>());
    }

    public async Task<List<string>> TitlesAsync(HallSet? halls = null)
    {
        List<string> titles = [];
        await InScopeAsync(async (db, _) => titles = await db.Books.OrderBy(b => b.Title).Select(b => b.Title).ToListAsync(), halls);
        return titles;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
