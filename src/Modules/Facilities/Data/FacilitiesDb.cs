using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Data;

internal class FacilitiesDb : DbContext, IHallScopedContext
{
    public FacilitiesDb(DbContextOptions<FacilitiesDb> options)
        : base(options)
    {
    }

    protected FacilitiesDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    public DbSet<Ward> Wards => Set<Ward>();

    public DbSet<Hall> Halls => Set<Hall>();

    public DbSet<Space> Spaces => Set<Space>();

    public DbSet<MeetingRoom> Rooms => Set<MeetingRoom>();

    public DbSet<OpeningRule> OpeningRules => Set<OpeningRule>();

    public DbSet<Closure> Closures => Set<Closure>();

    public DbSet<RuleVersion> RuleVersions => Set<RuleVersion>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Ward>(ward =>
        {
            ward.ToTable("wards");
            ward.Property(w => w.Id).ValueGeneratedNever();
            ward.Property(w => w.Name).HasMaxLength(20);
            ward.Property(w => w.Code).HasMaxLength(6);
            ward.HasIndex(w => w.Name).IsUnique();
        });
        modelBuilder.Entity<Hall>(hall =>
        {
            hall.ToTable("halls");
            hall.Property(h => h.Id).ValueGeneratedNever();
            hall.Property(h => h.No).HasMaxLength(10);
            hall.Property(h => h.Kind).HasConversion<string>().HasMaxLength(20);
            hall.Property(h => h.Version).IsConcurrencyToken();
            hall.HasIndex(h => h.No).IsUnique();
            hall.HasOne<Hall>().WithMany().HasForeignKey(h => h.ParentId).OnDelete(DeleteBehavior.Restrict);
            hall.HasMany(h => h.Details).WithOne().HasForeignKey(d => d.HallId);
            hall.HasQueryFilter(h => Scope.IsEverywhere || Scope.Halls.Contains(h.Id));
        });
        modelBuilder.Entity<HallDetails>(details =>
        {
            details.ToTable("hall_details");
            details.Property(d => d.Id).ValueGeneratedNever();
            details.Property(d => d.Name).HasMaxLength(200);
            details.Property(d => d.Address).HasMaxLength(200);
            details.Property(d => d.LocatedIn).HasMaxLength(200);
            details.Property(d => d.Owner).HasMaxLength(200);
            details.Property(d => d.Phone).HasMaxLength(20);
            details.Ignore(d => d.Facts);
            details.HasOne<Ward>().WithMany().HasForeignKey(d => d.WardId).OnDelete(DeleteBehavior.Restrict);
            details.HasIndex(d => new { d.HallId, d.ValidFrom }).IsUnique();
        });
        modelBuilder.Entity<Space>(space =>
        {
            space.ToTable("spaces");
            space.Property(s => s.Id).ValueGeneratedNever();
            space.Property(s => s.Name).HasMaxLength(60);
            space.HasOne<Hall>().WithMany().HasForeignKey(s => s.HallId);
            space.HasQueryFilter(s => Scope.IsEverywhere || Scope.Halls.Contains(s.HallId));
        });
        modelBuilder.Entity<MeetingRoom>(room =>
        {
            room.ToTable("rooms");
            room.Property(r => r.Id).ValueGeneratedNever();
            room.Property(r => r.No).HasMaxLength(10);
            room.Property(r => r.Name).HasMaxLength(60);
            room.HasOne<Hall>().WithMany().HasForeignKey(r => r.HallId);
            room.HasMany(r => r.Spaces).WithMany().UsingEntity(
                "RoomSpace",
                j => j.HasOne(typeof(Space)).WithMany().HasForeignKey("SpaceId"),
                j => j.HasOne(typeof(MeetingRoom)).WithMany().HasForeignKey("RoomId"),
                j => j.ToTable("room_spaces"));
            room.HasIndex(r => new { r.HallId, r.No }).IsUnique();
            room.HasQueryFilter(r => Scope.IsEverywhere || Scope.Halls.Contains(r.HallId));
        });
        modelBuilder.Entity<OpeningRule>(rule =>
        {
            rule.ToTable("opening_rules");
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Part).HasConversion<string>().HasMaxLength(20);
            rule.HasOne<Hall>().WithMany().HasForeignKey(r => r.HallId);
            rule.HasIndex(r => new { r.HallId, r.Part, r.ValidFrom }).IsUnique();
        });
        modelBuilder.Entity<Closure>(closure =>
        {
            closure.ToTable("closures");
            closure.Property(c => c.Id).ValueGeneratedNever();
            closure.Property(c => c.Part).HasConversion<string>().HasMaxLength(20);
            closure.Property(c => c.Kind).HasConversion<string>().HasMaxLength(30);
            closure.Property(c => c.Reason).HasMaxLength(200);
            closure.HasOne<Hall>().WithMany().HasForeignKey(c => c.HallId);
            closure.HasIndex(c => new { c.HallId, c.From });
            // A closure of the whole city is for every hall to see; only who holds every hall may change it.
            closure.HasQueryFilter(c => Scope.IsEverywhere || c.HallId == null || Scope.Halls.Contains(c.HallId.Value));
        });
        modelBuilder.Entity<RuleVersion>(rule =>
        {
            rule.ToTable("rule_versions");
            rule.Property(r => r.Id).ValueGeneratedNever();
            rule.Property(r => r.Key).HasMaxLength(60);
            rule.HasIndex(r => new { r.Key, r.ValidFrom }).IsUnique();
        });
        modelBuilder.LayOut("facilities", this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();
}

internal sealed class FacilitiesPostgresDb(DbContextOptions<FacilitiesPostgresDb> options) : FacilitiesDb(options);
