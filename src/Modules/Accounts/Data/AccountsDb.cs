using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Data;

internal class AccountsDb : IdentityUserContext<Account, Guid>
{
    // With passkeys, from the first migration on. The base class reads this from services, which our contexts are made without.
    private static readonly ServiceProvider SchemaOptions = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    public AccountsDb(DbContextOptions<AccountsDb> options)
        : base(options)
    {
    }

    protected AccountsDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<MailedCode> MailedCodes => Set<MailedCode>();

    public DbSet<SpentProof> SpentProofs => Set<SpentProof>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    /// <summary>
    /// Inside a transaction: waits for whoever is counting on this account and reads it anew, so that guesses made at the
    /// same moment are all counted and a code is used once. The update that changes nothing is the row lock of both engines.
    /// </summary>
    public async Task LockAsync(Account account)
    {
        await Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(u => u.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount));
        await Entry(account).ReloadAsync();
        foreach (var code in account.RecoveryCodes.Where(c => c.UsedAt is null).ToList())
        {
            await Entry(code).ReloadAsync();
        }
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseApplicationServiceProvider(SchemaOptions);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(e =>
        {
            e.ToTable("Accounts");
            // Not under the framework's names: SQLite has one name space for the indexes of all modules.
            e.HasIndex(a => a.NormalizedUserName).HasDatabaseName(null);
            e.HasIndex(a => a.NormalizedEmail).HasDatabaseName(null).IsUnique();
            e.Property(a => a.DisplayName).HasMaxLength(50);
            e.Property(a => a.Kind).HasConversion<string>().HasMaxLength(10);
            e.Property(a => a.CodeHash).HasMaxLength(64);
            e.Property(a => a.TotpSecret).HasMaxLength(400);
            e.HasMany(a => a.RecoveryCodes).WithOne().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(a => a.Grants).WithOne().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("Claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("Logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("Tokens");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("Passkeys");
        builder.Entity<Role>(e =>
        {
            e.ToTable("Roles");
            e.HasKey(r => r.Key);
            e.Property(r => r.Key).HasMaxLength(40);
            e.Property(r => r.Label).HasMaxLength(40);
            e.HasMany(r => r.Permissions).WithOne().HasForeignKey(p => p.RoleKey);
            e.HasData(Role.BuiltIn);
        });
        builder.Entity<RolePermission>(e =>
        {
            e.ToTable("RolePermissions");
            e.HasKey(p => new { p.RoleKey, p.Permission });
            e.Property(p => p.RoleKey).HasMaxLength(40);
            e.Property(p => p.Permission).HasMaxLength(80);
        });
        builder.Entity<Grant>(e =>
        {
            e.ToTable("Grants");
            e.Property(g => g.Id).ValueGeneratedNever();
            e.Property(g => g.Scope).HasConversion<string>().HasMaxLength(10);
            e.Property(g => g.RoleKey).HasMaxLength(40);
            e.Property(g => g.Ward).HasMaxLength(20);
            e.Property(g => g.OwnKind).HasMaxLength(20);
            e.Property(g => g.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
            e.Property(g => g.RefusedWhy).HasMaxLength(400);
            e.HasIndex(g => g.State);
            e.HasOne<Role>().WithMany().HasForeignKey(g => g.RoleKey).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Change>(e =>
        {
            e.ToTable("Changes");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.RoleKey).HasMaxLength(40);
            e.Property(c => c.What).HasMaxLength(400);
            e.HasIndex(c => c.AccountId);
        });
        builder.Entity<RecoveryCode>(e =>
        {
            e.ToTable("RecoveryCodes");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Hash).HasMaxLength(64);
        });
        builder.Entity<Session>(e =>
        {
            e.ToTable("Sessions");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Property(s => s.Device).HasMaxLength(60);
            e.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(s => s.EndsAt);
        });
        builder.Entity<MailedCode>(e =>
        {
            e.ToTable("MailedCodes");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.AddressKey).HasMaxLength(64);
            e.Property(c => c.Sealed).HasMaxLength(400);
            e.HasIndex(c => new { c.AddressKey, c.SentAt });
            e.HasIndex(c => c.SentAt);
        });
        builder.Entity<SpentProof>(e =>
        {
            e.ToTable("SpentProofs");
            e.HasKey(p => p.Challenge);
            e.Property(p => p.Challenge).HasMaxLength(64);
        });
        builder.LayOut("accounts", this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();
}
