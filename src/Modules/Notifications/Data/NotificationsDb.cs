using Kominkan.Notifications.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kominkan.Notifications.Data;

internal class NotificationsDb : DbContext, IHallScopedContext
{
    public NotificationsDb(DbContextOptions<NotificationsDb> options)
        : base(options)
    {
    }

    protected NotificationsDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MessageTemplate> Templates => Set<MessageTemplate>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<MonthlySnapshot> Snapshots => Set<MonthlySnapshot>();

    public DbSet<NewsRefusal> Refusals => Set<NewsRefusal>();

    public DbSet<ReaderLanguage> Languages => Set<ReaderLanguage>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<JobSwitch> JobSwitches => Set<JobSwitch>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Message>(Map);
        modelBuilder.Entity<MessageTemplate>(text =>
        {
            text.Property(t => t.Id).ValueGeneratedNever();
            text.Property(t => t.Kind).HasMaxLength(60);
            text.Property(t => t.Language).HasConversion<string>().HasMaxLength(10);
            text.HasIndex(t => new { t.Kind, t.Language, t.ValidFrom }).IsUnique();
        });
        modelBuilder.Entity<Subscription>(subscription =>
        {
            subscription.Property(s => s.Id).ValueGeneratedNever();
            subscription.Property(s => s.Name).HasMaxLength(60);
            subscription.Property(s => s.Mail).HasMaxLength(254);
            subscription.Property(s => s.Ward).HasMaxLength(20);
            subscription.HasQueryFilter(s => Scope.IsEverywhere || (s.HallId != null && Scope.Halls.Contains(s.HallId.Value)));
        });
        modelBuilder.Entity<MonthlySnapshot>(snapshot =>
        {
            snapshot.Property(s => s.Id).ValueGeneratedNever();
            snapshot.Property(s => s.Place).HasMaxLength(40);
            snapshot.Property(s => s.Key).HasMaxLength(80);
            snapshot.HasIndex(s => new { s.Place, s.Month, s.Key }).IsUnique();
        });
        modelBuilder.Entity<NewsRefusal>(refusal =>
        {
            refusal.HasKey(r => new { r.Kind, r.RecipientKey });
            refusal.HasIndex(r => r.Id).IsUnique();
            refusal.Property(r => r.Kind).HasMaxLength(60);
            refusal.Property(r => r.RecipientKey).HasMaxLength(64);
        });
        modelBuilder.Entity<ReaderLanguage>(reader =>
        {
            reader.HasKey(r => r.AccountId);
            reader.Property(r => r.AccountId).ValueGeneratedNever();
            reader.Property(r => r.Language).HasConversion<string>().HasMaxLength(10);
        });
        modelBuilder.Entity<JobRun>(run =>
        {
            run.Property(r => r.Id).ValueGeneratedNever();
            run.Property(r => r.JobId).HasMaxLength(60);
            run.Property(r => r.Period).HasMaxLength(40);
            run.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(10);
            run.Property(r => r.Turn).IsConcurrencyToken();
            run.HasIndex(r => new { r.JobId, r.Period }).IsUnique();
            run.HasIndex(r => new { r.JobId, r.StartedAt });
        });
        modelBuilder.Entity<JobSwitch>(job =>
        {
            job.HasKey(j => j.JobId);
            job.Property(j => j.JobId).HasMaxLength(60);
        });
        modelBuilder.LayOut("notifications", this);
    }

    private void Map(EntityTypeBuilder<Message> message)
    {
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Kind).HasMaxLength(60);
        message.Property(m => m.Period).HasMaxLength(40);
        message.Property(m => m.RecipientKey).HasMaxLength(64);
        message.Property(m => m.Channel).HasConversion<string>().HasMaxLength(10);
        message.Property(m => m.State).HasConversion<string>().HasMaxLength(10);
        message.Property(m => m.Language).HasConversion<string>().HasMaxLength(10).HasDefaultValue(MessageLanguage.Japanese);
        // Who lost the lease meanwhile must not write what became of it.
        message.Property(m => m.Holder).IsConcurrencyToken();
        message.HasIndex(m => new { m.Kind, m.Subject, m.RecipientKey, m.Period }).IsUnique();
        message.HasIndex(m => new { m.State, m.Channel, m.DueAt });
        message.HasIndex(m => new { m.RecipientKey, m.State });
        message.HasIndex(m => m.Subject);
        message.HasIndex(m => m.About);
        message.HasIndex(m => m.AccountId);
        message.HasIndex(m => m.PersonId);
        message.HasIndex(m => new { m.HallId, m.State });
        message.HasQueryFilter(m => Scope.IsEverywhere || (m.HallId != null && Scope.Halls.Contains(m.HallId.Value)));
    }
}

internal sealed class NotificationsPostgresDb(DbContextOptions<NotificationsPostgresDb> options) : NotificationsDb(options);
