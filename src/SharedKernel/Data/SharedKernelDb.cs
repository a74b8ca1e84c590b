using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.SharedKernel.Data;

/// <summary>What belongs to no module: which forms have been pressed (<see cref="FormPresses"/>).</summary>
public class SharedKernelDb : DbContext
{
    public SharedKernelDb(DbContextOptions<SharedKernelDb> options)
        : base(options)
    {
    }

    protected SharedKernelDb(DbContextOptions options)
        : base(options)
    {
    }

    internal DbSet<FormPress> Presses => Set<FormPress>();

    /// <summary>Registers it on the scope's connection, with what works on it.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddModuleDatabase<SharedKernelDb, SharedKernelPostgresDb>("forms");
        services.AddScoped<FormPresses>();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FormPress>(press =>
        {
            press.ToTable("Presses");
            press.Property(p => p.Id).HasMaxLength(64);
            press.Property(p => p.Url).HasMaxLength(2000);
            press.HasIndex(p => p.At);
        });
        modelBuilder.LayOut("forms", this);
    }
}

/// <summary>The same on PostgreSQL, where it has migrations of its own.</summary>
public sealed class SharedKernelPostgresDb(DbContextOptions<SharedKernelPostgresDb> options) : SharedKernelDb(options);
