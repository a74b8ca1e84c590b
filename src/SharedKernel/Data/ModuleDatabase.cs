using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.SharedKernel.Data;

/// <summary>A module's own part of the database: a schema on PostgreSQL, a table prefix on SQLite, its own migrations on both.</summary>
/// <param name="Name">Schema and prefix: <c>courses</c>.</param>
/// <param name="Context">The context pages ask for; it carries SQLite's migrations.</param>
/// <param name="PostgresContext">Its subclass, which carries PostgreSQL's.</param>
public sealed record ModuleDatabase(string Name, Type Context, Type PostgresContext)
{
    public const string HistoryTable = "__ef_migrations";
}

public static class ModuleDatabaseExtensions
{
    /// <summary>Registers a module's context on the scope's connection.</summary>
    public static IServiceCollection AddModuleDatabase<TContext, TPostgresContext>(this IServiceCollection services, string name)
        where TContext : DbContext
        where TPostgresContext : TContext
    {
        services.AddSingleton(new ModuleDatabase(name, typeof(TContext), typeof(TPostgresContext)));
        services.AddSingleton(sp => new ContextMaker<TContext>(name, sp.GetRequiredService<DatabaseSettings>().Provider, typeof(TPostgresContext), sp.GetServices<IInterceptor>()));
        services.AddScoped(sp =>
        {
            var context = sp.GetRequiredService<ContextMaker<TContext>>().Make();
            if (context is IHallScopedContext scoped)
            {
                scoped.Scope = sp.GetRequiredService<HallScope>();
            }

            sp.GetRequiredService<AppDatabase>().Enlist(context);
            return context;
        });
        return services;
    }

    /// <summary>Options for a context of one engine, without a connection.</summary>
    public static DbContextOptions Options(Type context, string name, Provider provider, IEnumerable<IInterceptor>? interceptors = null)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        _ = provider == Provider.Sqlite
            ? builder.UseSqlite(o => o.MigrationsHistoryTable($"{name}_{ModuleDatabase.HistoryTable}"))
            : builder.UseNpgsql(o => o.MigrationsHistoryTable(ModuleDatabase.HistoryTable, name));
        // SQL lines and per-command events cost a third of a page; the log keeps warnings.
        return builder.AddInterceptors(interceptors ?? []).EnableThreadSafetyChecks(false).ConfigureWarnings(w => w.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning)).Options;
    }

    /// <summary>Lays the model out for its module: call at the end of <c>OnModelCreating</c>.</summary>
    public static void LayOut(this ModelBuilder model, string name, DbContext context)
    {
        if (!context.Database.IsSqlite())
        {
            model.HasDefaultSchema(name);
            return;
        }

        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && e.FindOwnership() is null))
        {
            entity.SetTableName($"{name}_{entity.GetTableName()}");
        }
    }

    /// <summary>Instants are UTC on both engines: PostgreSQL refuses other kinds, SQLite would forget the kind.</summary>
    public static void UseUtcInstants(this ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>();

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        v => v.Kind == DateTimeKind.Utc ? v : DateTime.SpecifyKind(v, DateTimeKind.Utc),
        v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    /// <summary>Contexts come back to be used again: making one costs a page more than its query.</summary>
    private sealed class ContextMaker<TContext>(string name, Provider provider, Type postgres, IEnumerable<IInterceptor> interceptors)
        where TContext : DbContext
    {
        private readonly Func<TContext> make = provider == Provider.Sqlite ? Pool<TContext>(name, provider, interceptors)
            : (Func<TContext>)typeof(ContextMaker<TContext>).GetMethod(nameof(Pool), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(postgres).Invoke(null, [name, provider, interceptors])!;

        public TContext Make() => make();

        private static Func<T> Pool<T>(string name, Provider provider, IEnumerable<IInterceptor> interceptors)
            where T : DbContext
        {
            var options = (DbContextOptions<T>)Options(typeof(T), name, provider, interceptors);
            // A context with a say in its own options cannot be kept.
            var configures = typeof(T).GetMethod("OnConfiguring", BindingFlags.Instance | BindingFlags.NonPublic)!.DeclaringType != typeof(DbContext);
            return configures ? () => (T)Activator.CreateInstance(typeof(T), options)! : new PooledDbContextFactory<T>(options, poolSize: 64).CreateDbContext;
        }
    }
}
