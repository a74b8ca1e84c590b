using Kominkan.Audit.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit.Data;

internal class AuditDb : DbContext, IHallScopedContext
{
    public AuditDb(DbContextOptions<AuditDb> options)
        : base(options)
    {
    }

    protected AuditDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<EntrySubject> Subjects => Set<EntrySubject>();

    public DbSet<Purge> Purges => Set<Purge>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Entry>(entry =>
        {
            entry.HasQueryFilter(e => Scope.IsEverywhere || (e.HallId != null && Scope.Halls.Contains(e.HallId.Value)));
            entry.Property(e => e.Id).ValueGeneratedNever();
            entry.Property(e => e.AccountName).HasMaxLength(100);
            entry.Property(e => e.Act).HasConversion<string>().HasMaxLength(10);
            entry.Property(e => e.What).HasMaxLength(80);
            entry.Property(e => e.Path).HasMaxLength(200);
            entry.Property(e => e.Reason).HasMaxLength(80);
            entry.HasIndex(e => new { e.AccountId, e.At });
            entry.HasIndex(e => e.At);
            entry.HasMany(e => e.Subjects).WithOne().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<EntrySubject>(subject =>
        {
            subject.HasKey(s => new { s.EntryId, s.Kind, s.SubjectId });
            subject.Property(s => s.Kind).HasMaxLength(20);
            subject.HasIndex(s => new { s.SubjectId, s.EntryId });
        });
        modelBuilder.Entity<Purge>().Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.LayOut("audit", this);
    }
}

/// <summary>The same on PostgreSQL, where it has migrations of its own.</summary>
internal sealed class AuditPostgresDb(DbContextOptions<AuditPostgresDb> options) : AuditDb(options);
