using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kominkan.Courses.Data;

internal class CoursesDb : DbContext, IHallScopedContext
{
    public CoursesDb(DbContextOptions<CoursesDb> options)
        : base(options)
    {
    }

    protected CoursesDb(DbContextOptions options)
        : base(options)
    {
    }

    public HallScope Scope { get; set; } = new();

    /// <summary>Hears what a save changed for applicants, before its transaction ends; null where nobody is to be told.</summary>
    public Func<CourseNews, CancellationToken, Task>? Tell { get; set; }

    /// <summary>Takes, moves and gives back the rooms of these courses' sessions, before the transaction of the save ends.</summary>
    public Func<IReadOnlyList<Guid>, CancellationToken, Task>? TakeRooms { get; set; }

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Attendance> Attendance => Set<Attendance>();

    public DbSet<CourseDraw> Draws => Set<CourseDraw>();

    public DbSet<ApplicationDraft> Drafts => Set<ApplicationDraft>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var news = Tell is null ? null : CourseNews.Of(ChangeTracker);
        var rooms = TakeRooms is null ? [] : RoomNews.Of(ChangeTracker);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (rooms.Count > 0)
        {
            await TakeRooms!(rooms, cancellationToken);
        }

        if (news is { IsEmpty: false })
        {
            await Tell!(news, cancellationToken);
        }

        return saved;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseUtcInstants();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Course>(Map);
        modelBuilder.Entity<Application>(Map);
        modelBuilder.Entity<Session>(session =>
        {
            session.HasIndex(s => new { s.CourseId, s.Number }).IsUnique();
            session.HasIndex(s => s.Date);
            session.Property(s => s.Topic).HasMaxLength(200);
            session.Property(s => s.CancelReason).HasMaxLength(200);
        });
        modelBuilder.Entity<Enrolment>(person =>
        {
            person.HasIndex(e => new { e.CourseId, e.State });
            person.HasIndex(e => new { e.CourseId, e.KanaKey });
            person.HasIndex(e => e.PersonId);
            person.HasOne<Course>().WithMany().HasForeignKey(e => e.CourseId).OnDelete(DeleteBehavior.Restrict);
            person.ComplexProperty(e => e.Person);
        });
        modelBuilder.Entity<Attendance>(heads =>
        {
            heads.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
            heads.HasIndex(a => a.CourseId);
            heads.HasIndex(a => new { a.SessionId, a.EnrolmentId }).IsUnique();
            heads.HasIndex(a => new { a.SessionId, a.AgeBand, a.Gender }).IsUnique().HasFilter("\"EnrolmentId\" IS NULL");
            heads.Property(a => a.AgeBand).HasMaxLength(10);
            heads.Property(a => a.Gender).HasMaxLength(4);
        });
        modelBuilder.Entity<CourseDraw>(draw =>
        {
            draw.HasOne<Course>().WithMany().HasForeignKey(d => d.CourseId).OnDelete(DeleteBehavior.Restrict);
            draw.HasIndex(d => new { d.CourseId, d.Round }).IsUnique();
        });
        modelBuilder.Entity<ApplicationDraft>().HasIndex(d => d.WrittenAt);
        modelBuilder.LayOut("courses", this);
    }

    private void Map(EntityTypeBuilder<Course> course)
    {
        course.HasQueryFilter(c => Scope.IsEverywhere || Scope.Halls.Contains(c.HallId) || Scope.Subjects.Contains(c.Id));
        course.HasIndex(c => c.Number).IsUnique();
        course.HasIndex(c => new { c.FiscalYear, c.HallId });
        course.HasIndex(c => new { c.FirstDate, c.Id });
        course.Property(c => c.Number).HasMaxLength(40);
        course.Property(c => c.ProgramType).HasMaxLength(60);
        course.Property(c => c.Title).HasMaxLength(200);
        course.HasIndex(c => new { c.LastDate, c.FirstDate });
        course.ComplexProperty(c => c.Recruitment);
        course.ComplexProperty(c => c.Eligibility);
        course.Property<int>("LastRank");
        course.HasMany(c => c.Sessions).WithOne().HasForeignKey(s => s.CourseId).OnDelete(DeleteBehavior.Restrict);
        course.Navigation(c => c.Sessions).HasField("sessions").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    private void Map(EntityTypeBuilder<Application> application)
    {
        application.HasQueryFilter(a => Scope.IsEverywhere || Scope.Halls.Contains(a.HallId) || Scope.Subjects.Contains(a.CourseId));
        application.HasIndex(a => a.ReceiptNumber).IsUnique();
        application.HasIndex(a => a.Key).IsUnique();
        application.HasIndex(a => new { a.CourseId, a.EntryCode }).IsUnique();
        application.HasIndex(a => a.OfferUntil);
        application.HasIndex(a => a.AccountId);
        application.Property(a => a.ReceiptNumber).HasMaxLength(9);
        application.Property(a => a.EntryCode).HasMaxLength(8);
        application.ComplexProperty(a => a.Contact);
        application.HasOne<Course>().WithMany().HasForeignKey(a => a.CourseId).OnDelete(DeleteBehavior.Restrict);
        application.HasMany(a => a.People).WithOne().HasForeignKey(e => e.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        application.Navigation(a => a.People).HasField("people").UsePropertyAccessMode(PropertyAccessMode.Field);
        application.Navigation(a => a.People).AutoInclude();
    }
}

internal sealed class CoursesPostgresDb(DbContextOptions<CoursesPostgresDb> options) : CoursesDb(options);
