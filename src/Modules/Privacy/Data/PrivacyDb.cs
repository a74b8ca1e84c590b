using Kominkan.Privacy.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Privacy.Data;

internal class PrivacyDb : DbContext
{
    public PrivacyDb(DbContextOptions<PrivacyDb> options)
        : base(options)
    {
    }

    protected PrivacyDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<ErasedRecord> ErasedRecords => Set<ErasedRecord>();

    public DbSet<RetentionRule> Rules => Set<RetentionRule>();

    public DbSet<RetentionRun> Runs => Set<RetentionRun>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Erasure>(erasure =>
        {
            erasure.Property(e => e.Id).ValueGeneratedNever();
            erasure.Property(e => e.Reason).HasMaxLength(80);
            erasure.HasMany(e => e.Records).WithOne().HasForeignKey(r => r.ErasureId);
        });
        modelBuilder.Entity<ErasedRecord>(record =>
        {
            record.HasKey(r => new { r.ErasureId, r.Module, r.RecordId });
            record.Property(r => r.Module).HasMaxLength(20);
        });
        modelBuilder.Entity<RetentionRule>(rule =>
        {
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Key).HasMaxLength(60);
            rule.HasIndex(r => new { r.Key, r.ValidFrom }).IsUnique();
        });
        modelBuilder.Entity<RetentionRun>(run =>
        {
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.Key).HasMaxLength(60);
            run.HasIndex(r => new { r.Key, r.At });
        });
        modelBuilder.LayOut("privacy", this);
    }
}

/// <summary>The same on PostgreSQL, where it has migrations of its own.</summary>
internal sealed class PrivacyPostgresDb(DbContextOptions<PrivacyPostgresDb> options) : PrivacyDb(options);
