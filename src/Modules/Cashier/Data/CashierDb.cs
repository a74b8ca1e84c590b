using Kominkan.Cashier.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Cashier.Data;

internal class CashierDb : DbContext, IHallScopedContext
{
    public CashierDb(DbContextOptions<CashierDb> options)
        : base(options)
    {
    }

    protected CashierDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    public DbSet<Bill> Bills => Set<Bill>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Issue> Issues => Set<Issue>();

    public DbSet<Drawer> Drawers => Set<Drawer>();

    public DbSet<Reversal> Reversals => Set<Reversal>();

    public DbSet<ReceiptForm> Forms => Set<ReceiptForm>();

    public DbSet<OnlineAttempt> Attempts => Set<OnlineAttempt>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Bill>(bill =>
        {
            bill.HasQueryFilter(b => Scope.IsEverywhere || Scope.Halls.Contains(b.HallId));
            bill.HasIndex(b => b.Subject).IsUnique();
            bill.HasIndex(b => new { b.HallId, b.Day });
            bill.HasIndex(b => b.Number);
            bill.Property(b => b.Version).IsConcurrencyToken();
            bill.Property(b => b.Kind).HasMaxLength(20);
            bill.Property(b => b.Number).HasMaxLength(40);
            bill.Property(b => b.Title).HasMaxLength(Receipt.LongestPurpose);
            bill.Property(b => b.Url).HasMaxLength(200);
            bill.Ignore(b => b.Balance).Ignore(b => b.Standing);
        });
        modelBuilder.Entity<Receipt>(receipt =>
        {
            receipt.HasQueryFilter(r => Scope.IsEverywhere || Scope.Halls.Contains(r.HallId));
            receipt.HasIndex(r => new { r.HallId, r.FiscalYear, r.Serial }).IsUnique();
            receipt.HasIndex(r => r.ReversesId).IsUnique();
            receipt.HasIndex(r => new { r.HallId, r.Date });
            receipt.HasIndex(r => r.BillId);
            receipt.HasIndex(r => r.DrawerId);
            receipt.Property(r => r.Category).HasMaxLength(20);
            receipt.HasOne<Bill>().WithMany().HasForeignKey(r => r.BillId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Drawer>().WithMany().HasForeignKey(r => r.DrawerId).OnDelete(DeleteBehavior.Restrict);
            receipt.HasOne<Receipt>().WithMany().HasForeignKey(r => r.ReversesId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Issue>(issue =>
        {
            issue.HasKey(i => new { i.ReceiptId, i.No });
            issue.HasOne<Receipt>().WithMany().HasForeignKey(i => i.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Drawer>(drawer =>
        {
            drawer.HasQueryFilter(d => Scope.IsEverywhere || Scope.Halls.Contains(d.HallId));
            drawer.HasIndex(d => new { d.HallId, d.ClerkId, d.Date }).IsUnique();
            drawer.HasIndex(d => new { d.HallId, d.Date });
            drawer.Property(d => d.Version).IsConcurrencyToken();
            drawer.Property(d => d.Reason).HasMaxLength(200);
            drawer.Ignore(d => d.Difference).Ignore(d => d.IsOpen);
        });
        modelBuilder.Entity<Reversal>(reversal =>
        {
            reversal.HasQueryFilter(r => Scope.IsEverywhere || Scope.Halls.Contains(r.HallId));
            reversal.HasIndex(r => r.Waiting).IsUnique();
            reversal.HasIndex(r => new { r.HallId, r.AskedAt });
            reversal.Property(r => r.State).IsConcurrencyToken();
            reversal.Property(r => r.Reason).HasMaxLength(Reversal.LongestReason);
            reversal.Property(r => r.Answer).HasMaxLength(Reversal.LongestReason);
            reversal.HasOne<Receipt>().WithMany().HasForeignKey(r => r.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<ReceiptForm>(form => form.HasIndex(f => f.ValidFrom).IsUnique());
        modelBuilder.Entity<OnlineAttempt>(attempt =>
        {
            attempt.HasIndex(a => a.Reference).IsUnique();
            attempt.HasIndex(a => new { a.Outcome, a.StartedAt });
            attempt.Property(a => a.Outcome).IsConcurrencyToken();
            attempt.Property(a => a.Reference).HasMaxLength(40);
            attempt.HasOne<Bill>().WithMany().HasForeignKey(a => a.BillId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.LayOut("cashier", this);
    }
}

internal sealed class CashierPostgresDb(DbContextOptions<CashierPostgresDb> options) : CashierDb(options);
