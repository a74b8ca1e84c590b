using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kominkan.People.Data;

internal class PeopleDb : DbContext
{
    public PeopleDb(DbContextOptions<PeopleDb> options)
        : base(options)
    {
    }

    protected PeopleDb(DbContextOptions options)
        : base(options)
    {
    }

    public DbSet<Person> People => Set<Person>();

    public DbSet<SearchTerm> Terms => Set<SearchTerm>();

    public DbSet<NumberSeries> Series => Set<NumberSeries>();

    public DbSet<Family> Families => Set<Family>();

    public DbSet<FamilyMember> FamilyMembers => Set<FamilyMember>();

    public DbSet<Guardianship> Guardianships => Set<Guardianship>();

    public DbSet<ConsentPurpose> Purposes => Set<ConsentPurpose>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<IdentityCheck> IdentityChecks => Set<IdentityCheck>();

    public DbSet<Reveal> Reveals => Set<Reveal>();

    public DbSet<Suspect> Suspects => Set<Suspect>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<GroupMember> GroupMembers => Set<GroupMember>();

    public DbSet<PostalTown> PostalTowns => Set<PostalTown>();

    public DbSet<RosterFile> RosterFiles => Set<RosterFile>();

    public DbSet<RosterMapping> RosterMappings => Set<RosterMapping>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Person>(Map);
        modelBuilder.Entity<SearchTerm>(term =>
        {
            term.HasKey(t => new { t.Term, t.PersonNumber });
            term.HasIndex(t => t.PersonNumber);
            term.Property(t => t.Term).HasMaxLength(SearchTerm.MaxLength);
            if (!Database.IsSqlite())
            {
                // Compared by bytes, as SQLite does: only so can the index answer 「begins with」.
                term.Property(t => t.Term).UseCollation("C");
            }
        });
        modelBuilder.Entity<NumberSeries>(series =>
        {
            series.HasKey(s => s.Key);
            series.HasData(new { Key = PersonNumber.Series, Next = PersonNumber.First });
        });
        modelBuilder.Entity<Family>(family =>
        {
            family.HasIndex(f => f.AccountId).IsUnique();
            family.HasMany(f => f.Members).WithOne().HasForeignKey(m => m.FamilyId).OnDelete(DeleteBehavior.Cascade);
            family.Navigation(f => f.Members).HasField("members").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        });
        modelBuilder.Entity<FamilyMember>(member =>
        {
            member.Property(m => m.Id).ValueGeneratedNever(); // a new one in a known family is new, although it has its id
            member.HasIndex(m => new { m.FamilyId, m.PersonId }).IsUnique();
            OfPerson(member, nameof(FamilyMember.PersonId));
        });
        modelBuilder.Entity<Guardianship>(link =>
        {
            link.HasIndex(g => new { g.ChildId, g.GuardianId }).IsUnique().HasFilter("\"Until\" IS NULL");
            OfPerson(link, nameof(Guardianship.ChildId));
            OfPerson(link, nameof(Guardianship.GuardianId));
        });
        modelBuilder.Entity<ConsentPurpose>().HasIndex(p => new { p.Key, p.Version }).IsUnique();
        modelBuilder.Entity<Consent>(consent => OfPerson(consent, nameof(Consent.PersonId)));
        modelBuilder.Entity<IdentityCheck>(check => OfPerson(check, nameof(IdentityCheck.PersonId)));
        modelBuilder.Entity<Reveal>(reveal =>
        {
            reveal.HasIndex(r => new { r.AccountId, r.PersonId });
            OfPerson(reveal, nameof(Reveal.PersonId));
        });
        modelBuilder.Entity<Suspect>(suspect =>
        {
            suspect.HasIndex(s => new { s.FirstId, s.SecondId }).IsUnique();
            OfPerson(suspect, nameof(Suspect.FirstId));
            OfPerson(suspect, nameof(Suspect.SecondId));
        });
        modelBuilder.Entity<Merge>(merge =>
        {
            OfPerson(merge, nameof(Merge.KeptId));
            OfPerson(merge, nameof(Merge.GoneId));
        });
        modelBuilder.Entity<Group>(Map);
        modelBuilder.Entity<GroupEvent>().Property(e => e.Id).ValueGeneratedNever();
        modelBuilder.Entity<GroupMember>(member =>
        {
            member.Property(m => m.Id).ValueGeneratedNever();
            member.HasIndex(m => new { m.GroupId, m.PersonId }).IsUnique().HasFilter("\"LeftOn\" IS NULL");
            OfPerson(member, nameof(GroupMember.PersonId));
        });
        modelBuilder.Entity<PostalTown>(town =>
        {
            town.HasIndex(t => new { t.Code, t.City, t.Town }).IsUnique();
            town.Property(t => t.Code).HasMaxLength(7);
        });
        modelBuilder.Entity<RosterFile>().HasIndex(f => f.UploadedAt);
        modelBuilder.Entity<RosterMapping>().HasKey(m => m.Signature);
        modelBuilder.LayOut("people", this);
    }

    private static void OfPerson<T>(EntityTypeBuilder<T> entity, string property)
        where T : class => entity.HasOne(typeof(Person)).WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.Restrict);

    private static void Map(EntityTypeBuilder<Person> person)
    {
        person.HasAlternateKey(p => p.Number);
        person.HasIndex(p => p.KanaKey);
        person.HasIndex(p => p.NameKey);
        person.HasIndex(p => p.MergedIntoId);
        person.Property(p => p.Version).IsConcurrencyToken();
        person.Property(p => p.KanaKey).HasMaxLength(Person.KeyLength);
        person.Property(p => p.NameKey).HasMaxLength(Person.KeyLength);
        person.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        person.ComplexProperty(p => p.Details);
        person.HasMany(p => p.Terms).WithOne().HasForeignKey(t => t.PersonNumber).HasPrincipalKey(p => p.Number).OnDelete(DeleteBehavior.Cascade);
        person.Navigation(p => p.Terms).HasField("terms").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private static void Map(EntityTypeBuilder<Group> group)
    {
        group.HasIndex(g => g.NameKey);
        group.HasIndex(g => g.PhoneKey);
        group.Property(g => g.Version).IsConcurrencyToken();
        group.ComplexProperty(g => g.Details);
        group.Ignore(g => g.Roster).Ignore(g => g.Representative);
        group.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
        group.Navigation(g => g.Members).HasField("members").UsePropertyAccessMode(PropertyAccessMode.Field);
        group.HasMany(g => g.Events).WithOne().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        group.Navigation(g => g.Events).HasField("events").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class PeoplePostgresDb(DbContextOptions<PeoplePostgresDb> options) : PeopleDb(options);
