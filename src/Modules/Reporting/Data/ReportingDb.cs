using Kominkan.Reporting.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Data;

/// <summary>What reporting keeps of its own: what figures mean, and what was printed. No figure is stored before its period is closed.</summary>
internal class ReportingDb : DbContext
{
    public ReportingDb(DbContextOptions<ReportingDb> options)
        : base(options)
    {
    }

    protected ReportingDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<FigureDefinition> Definitions => Set<FigureDefinition>();

    public DbSet<Closing> Closings => Set<Closing>();

    public DbSet<FrozenFigure> FrozenFigures => Set<FrozenFigure>();

    public DbSet<Restatement> Restatements => Set<Restatement>();

    public DbSet<YearPlan> Plans => Set<YearPlan>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FigureDefinition>(d =>
        {
            d.ToTable("figure_definition").HasKey(x => new { x.Key, x.ValidFromYear });
            d.Property(x => x.Key).HasMaxLength(80);
            d.Property(x => x.Label).HasMaxLength(FigureDefinition.LabelLength);
            d.Property(x => x.Unit).HasMaxLength(10);
            d.Property(x => x.Section).HasMaxLength(100);
            d.Property(x => x.Note).HasMaxLength(FigureDefinition.NoteLength);
            d.Property(x => x.Kind).HasConversion<string>().HasMaxLength(20);
            d.Ignore(x => x.Meaning).Ignore(x => x.PartKeys);
            d.HasData(PrintedDefinitions.All);
        });
        modelBuilder.Entity<Closing>(c =>
        {
            c.ToTable("closing").HasIndex(x => new { x.FiscalYear, x.Month, x.Version }).IsUnique();
            c.Property(x => x.Id).ValueGeneratedNever();
            c.Property(x => x.ClosedBy).HasMaxLength(100);
            c.Property(x => x.ReopenedBy).HasMaxLength(100);
            c.Property(x => x.Reason).HasMaxLength(Closing.ReasonLength);
            c.HasMany(x => x.Figures).WithOne().HasForeignKey(f => f.ClosingId);
            c.HasMany(x => x.Restatements).WithOne().HasForeignKey(r => r.ClosingId);
        });
        modelBuilder.Entity<FrozenFigure>(f =>
        {
            f.ToTable("frozen_figure").HasKey(x => new { x.ClosingId, x.Place, x.Key });
            f.Property(x => x.Key).HasMaxLength(80);
            f.Property(x => x.Place).HasMaxLength(20);
        });
        modelBuilder.Entity<Restatement>(r =>
        {
            r.ToTable("restatement").Property(x => x.Id).ValueGeneratedNever();
            r.Property(x => x.Key).HasMaxLength(80);
            r.Property(x => x.Place).HasMaxLength(20);
        });
        modelBuilder.Entity<YearPlan>(p =>
        {
            p.ToTable("year_plan").HasIndex(x => new { x.FiscalYear, x.HallId, x.Key }).IsUnique();
            p.Property(x => x.Id).ValueGeneratedNever();
            p.Property(x => x.Key).HasMaxLength(80);
            p.Property(x => x.By).HasMaxLength(100);
        });
        modelBuilder.LayOut("reporting", this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();
}

/// <summary>The same on PostgreSQL, where it has migrations of its own.</summary>
internal sealed class ReportingPostgresDb(DbContextOptions<ReportingPostgresDb> options) : ReportingDb(options);
