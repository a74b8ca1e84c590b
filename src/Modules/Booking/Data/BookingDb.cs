using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kominkan.Booking.Data;

internal partial class BookingDb : DbContext, IHallScopedContext
{
    public BookingDb(DbContextOptions<BookingDb> options)
        : base(options)
    {
    }

    protected BookingDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    public DbSet<Occupancy> Occupancies => Set<Occupancy>();

    public DbSet<Cell> Cells => Set<Cell>();

    public DbSet<RoomHire> Hires => Set<RoomHire>();

    public DbSet<HirePermit> Permits => Set<HirePermit>();

    public DbSet<HireDraft> Drafts => Set<HireDraft>();

    public DbSet<RoomBlock> Blocks => Set<RoomBlock>();

    public DbSet<TimeBand> Bands => Set<TimeBand>();

    public DbSet<BookingWindow> Windows => Set<BookingWindow>();

    public DbSet<UseCap> Caps => Set<UseCap>();

    public DbSet<RoomWait> Waits => Set<RoomWait>();

    public DbSet<LotteryRule> LotteryRules => Set<LotteryRule>();

    public DbSet<Lottery> Lotteries => Set<Lottery>();

    public DbSet<LotteryEntry> LotteryEntries => Set<LotteryEntry>();

    public DbSet<Season> Seasons => Set<Season>();

    public DbSet<RoomPrice> Prices => Set<RoomPrice>();

    public DbSet<CancelTerm> CancelTerms => Set<CancelTerm>();

    public DbSet<Surcharge> Surcharges => Set<Surcharge>();

    public DbSet<Reduction> Reductions => Set<Reduction>();

    public DbSet<Equipment> Equipment => Set<Equipment>();

    public DbSet<Rounding> Roundings => Set<Rounding>();

    public DbSet<HireItem> Items => Set<HireItem>();

    public DbSet<PermitForm> PermitForms => Set<PermitForm>();

    public DbSet<RefusalReason> RefusalReasons => Set<RefusalReason>();

    public DbSet<PurposeKind> Purposes => Set<PurposeKind>();

    public DbSet<TieRule> Ties => Set<TieRule>();

    public DbSet<TieEvidence> TieEvidence => Set<TieEvidence>();

    public DbSet<RefusalForm> RefusalForms => Set<RefusalForm>();

    public DbSet<ElectionMeeting> Meetings => Set<ElectionMeeting>();

    public DbSet<Displacement> Displacements => Set<Displacement>();

    public DbSet<DisplacedHire> DisplacedHires => Set<DisplacedHire>();

    public DbSet<PointRule> PointRules => Set<PointRule>();

    public DbSet<PointLimit> PointLimits => Set<PointLimit>();

    public DbSet<PointCase> PointCases => Set<PointCase>();

    public DbSet<Entitlement> Entitlements => Set<Entitlement>();

    public DbSet<HireAct> HireActs => Set<HireAct>();

    public DbSet<OwnGroup> OwnGroups => Set<OwnGroup>();

    public DbSet<SlotChange> SlotChanges => Set<SlotChange>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Occupancy>(occupancy =>
        {
            occupancy.HasQueryFilter(o => Scope.IsEverywhere || Scope.Halls.Contains(o.HallId));
            occupancy.HasIndex(o => new { o.HallId, o.Date });
            occupancy.HasIndex(o => o.Date);
            occupancy.HasIndex(o => o.Subject);
            occupancy.HasIndex(o => o.ExpiresAt);
            occupancy.Property(o => o.Title).HasMaxLength(Occupancy.LongestTitle);
            occupancy.Property(o => o.Url).HasMaxLength(200);
            occupancy.Ignore(o => o.Slot);
        });
        modelBuilder.Entity<Cell>(cell =>
        {
            cell.HasKey(c => new { c.SpaceId, c.Date, c.Number });
            cell.HasIndex(c => c.OccupancyId);
            cell.HasOne<Occupancy>().WithMany().HasForeignKey(c => c.OccupancyId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<SlotChange>(change =>
        {
            change.HasIndex(c => c.No).IsUnique();
            change.HasIndex(c => new { c.SealedOn, c.No });
            change.HasIndex(c => c.OccupancyId);
            change.Property(c => c.Hall).HasMaxLength(20);
            change.Property(c => c.Room).HasMaxLength(20);
            change.Property(c => c.Use).HasMaxLength(20);
            change.Property(c => c.Hash).HasMaxLength(64);
            change.Ignore(c => c.Entry);
        });
        modelBuilder.Entity<RoomHire>(Map);
        modelBuilder.Entity<HireFee>(fee =>
        {
            fee.ToTable("HireFees");
            fee.HasKey(f => new { f.HireId, f.Line });
            fee.HasIndex(f => f.EntitlementId);
            fee.Property(f => f.Label).HasMaxLength(100);
            fee.Property(f => f.Article).HasMaxLength(60);
            fee.Ignore(f => f.IsReduction).Ignore(f => f.Shown);
        });
        modelBuilder.Entity<HirePermit>(permit =>
        {
            permit.ToTable("HirePermits");
            permit.HasKey(p => new { p.HireId, p.Version });
            permit.HasIndex(p => p.Code).IsUnique();
            permit.Property(p => p.Code).HasMaxLength(22);
            permit.Property(p => p.Bands).HasMaxLength(80);
            permit.Ignore(p => p.Slot);
        });
        modelBuilder.Entity<HireRefusal>(refusal =>
        {
            refusal.ToTable("HireRefusals");
            refusal.HasKey(r => r.HireId);
            refusal.Property(r => r.Code).HasMaxLength(RefusalReason.LongestCode);
            refusal.Ignore(r => r.AppealLines).Ignore(r => r.Told);
        });
        modelBuilder.Entity<HireHeads>(heads =>
        {
            heads.ToTable("HireHeads");
            heads.HasKey(h => new { h.HireId, h.Band });
            heads.Property(h => h.Band).HasMaxLength(20);
        });
        modelBuilder.Entity<HireItem>(item =>
        {
            item.ToTable("HireItems");
            item.HasKey(i => new { i.HireId, i.Name });
            item.HasIndex(i => new { i.HallId, i.Name, i.Date });
            item.Property(i => i.Name).HasMaxLength(40);
        });
        modelBuilder.Entity<HireDraft>(draft =>
        {
            draft.HasIndex(d => d.ExpiresAt);
            draft.Ignore(d => d.Slot);
        });
        modelBuilder.Entity<RoomBlock>(block =>
        {
            block.HasQueryFilter(b => Scope.IsEverywhere || Scope.Halls.Contains(b.HallId));
            block.HasIndex(b => new { b.HallId, b.Date });
            block.HasIndex(b => new { b.State, b.AnswerBy });
            block.Property(b => b.State).IsConcurrencyToken();
            block.Property(b => b.Reason).HasMaxLength(200);
        });
        modelBuilder.Entity<RoomWait>(wait =>
        {
            wait.HasQueryFilter(w => Scope.IsEverywhere || Scope.Halls.Contains(w.HallId));
            MapRequest(wait);
            wait.HasIndex(w => new { w.HallId, w.Date });
            wait.HasIndex(w => new { w.RoomId, w.Date, w.State });
            wait.HasIndex(w => new { w.State, w.OfferUntil });
            wait.Property(w => w.State).IsConcurrencyToken();
            wait.Ignore(w => w.Slot);
            wait.Ignore(w => w.Use);
        });
        modelBuilder.Entity<Season>(season =>
        {
            season.HasQueryFilter(s => Scope.IsEverywhere || Scope.Halls.Contains(s.HallId));
            MapRequest(season);
            season.HasIndex(s => s.HallId);
            season.Property(s => s.State).IsConcurrencyToken();
            season.Ignore(s => s.Dates);
            season.Ignore(s => s.Rooms);
        });
        MapDisplacements(modelBuilder);
        MapMeetings(modelBuilder);
        MapLotteries(modelBuilder);
        MapRules(modelBuilder);
        MapPoints(modelBuilder);
        MapEntitlements(modelBuilder);
        MapTies(modelBuilder);
        MapActs(modelBuilder);
        modelBuilder.LayOut("booking", this);
    }

    private void MapDisplacements(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Displacement>(displacement =>
        {
            displacement.HasQueryFilter(d => Scope.IsEverywhere || Scope.Halls.Contains(d.HallId));
            displacement.HasIndex(d => new { d.HallId, d.From });
            displacement.Property(d => d.Reason).HasMaxLength(120);
            displacement.Ignore(d => d.IsOn);
        });
        modelBuilder.Entity<DisplacedHire>(moving =>
        {
            moving.HasQueryFilter(m => Scope.IsEverywhere || Scope.Halls.Contains(m.HallId));
            moving.HasIndex(m => new { m.DisplacementId, m.HireId }).IsUnique();
            moving.HasIndex(m => m.HireId);
            moving.HasIndex(m => m.State);
            moving.Property(m => m.State).IsConcurrencyToken();
            moving.Ignore(m => m.Slot).Ignore(m => m.IsUndecided);
        });
    }

    private static void MapRequest<T>(EntityTypeBuilder<T> request)
        where T : HireRequest
    {
        request.HasIndex(r => r.Number).IsUnique();
        request.HasIndex(r => r.KanaKey);
        request.HasIndex(r => r.AccountId);
        request.HasIndex(r => r.PersonId);
        request.Property(r => r.Number).HasMaxLength(40);
        request.Property(r => r.PurposeKind).HasMaxLength(PurposeKind.LongestName);
        request.ComplexProperty(r => r.Hirer);
        request.ComplexProperty(r => r.Tie, MapTie);
    }

    private void Map(EntityTypeBuilder<RoomHire> hire)
    {
        hire.HasQueryFilter(h => Scope.IsEverywhere || Scope.Halls.Contains(h.HallId));
        hire.HasIndex(h => h.Number).IsUnique();
        hire.HasIndex(h => h.Key).IsUnique();
        hire.HasIndex(h => new { h.HallId, h.Date });
        hire.HasIndex(h => new { h.Date, h.HallId });
        hire.HasIndex(h => h.KanaKey);
        hire.HasIndex(h => h.AccountId);
        hire.HasIndex(h => h.PersonId);
        hire.HasIndex(h => new { h.PartyKey, h.Date });
        hire.HasIndex(h => new { h.State, h.ConfirmBy });
        hire.HasIndex(h => h.LotteryId);
        hire.HasIndex(h => h.SeasonId);
        hire.Property(h => h.Number).HasMaxLength(40);
        hire.Property(h => h.Bands).HasMaxLength(80);
        hire.Property(h => h.PurposeKind).HasMaxLength(PurposeKind.LongestName);
        hire.Property(h => h.State).IsConcurrencyToken();
        hire.ComplexProperty(h => h.Hirer);
        hire.ComplexProperty(h => h.Tie, MapTie);
        hire.Ignore(h => h.Slot);
        hire.Ignore(h => h.Use);
        hire.Ignore(h => h.Charged).Ignore(h => h.IsNoShow).Ignore(h => h.IsOff);
        hire.HasOne(h => h.Refusal).WithOne().HasForeignKey<HireRefusal>(r => r.HireId).OnDelete(DeleteBehavior.Cascade);
        hire.HasMany(h => h.Fees).WithOne().HasForeignKey(f => f.HireId).OnDelete(DeleteBehavior.Cascade);
        hire.Navigation(h => h.Fees).HasField("fees").UsePropertyAccessMode(PropertyAccessMode.Field);
        hire.HasMany(h => h.Permits).WithOne().HasForeignKey(p => p.HireId).OnDelete(DeleteBehavior.Cascade);
        hire.Navigation(h => h.Permits).HasField("permits").UsePropertyAccessMode(PropertyAccessMode.Field);
        hire.HasMany(h => h.Heads).WithOne().HasForeignKey(h => h.HireId).OnDelete(DeleteBehavior.Cascade);
        hire.Navigation(h => h.Heads).HasField("heads").UsePropertyAccessMode(PropertyAccessMode.Field);
        hire.HasMany(h => h.Items).WithOne().HasForeignKey(i => i.HireId).OnDelete(DeleteBehavior.Cascade);
        hire.Navigation(h => h.Items).HasField("items").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class BookingPostgresDb(DbContextOptions<BookingPostgresDb> options) : BookingDb(options);
