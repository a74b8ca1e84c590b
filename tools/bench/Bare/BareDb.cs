using Microsoft.EntityFrameworkCore;

namespace Kominkan.Bare;

public sealed class Course
{
    public Guid Id { get; set; }

    public string Title { get; set; } = "";

    public Guid HallId { get; set; }

    public DateOnly? FirstDate { get; set; }

    public DateOnly? LastDate { get; set; }

    public TimeOnly? FirstFrom { get; set; }

    public TimeOnly? FirstTo { get; set; }

    public int Enrolled { get; set; }
}

public sealed class HallDetails
{
    public Guid Id { get; set; }

    public Guid HallId { get; set; }

    public string Name { get; set; } = "";
}

public sealed class Booking
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid CourseId { get; set; }

    public string Name { get; set; } = "";

    public string Phone { get; set; } = "";
}

/// <summary>What somebody typed, between the form and its confirmation.</summary>
public sealed class Typed
{
    public Guid Id { get; set; } = Guid.NewGuid();

    public Guid CourseId { get; set; }

    public string Json { get; set; } = "";
}

public sealed class Room
{
    public Guid Id { get; set; }

    public Guid HallId { get; set; }

    public string No { get; set; } = "";

    public string Name { get; set; } = "";
}

/// <summary>What happens in a room.</summary>
public sealed class Occupancy
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid HallId { get; set; }

    public Guid RoomId { get; set; }

    public DateOnly Date { get; set; }

    public TimeOnly From { get; set; }

    public TimeOnly To { get; set; }

    public int Kind { get; set; }

    public Guid Subject { get; set; } = Guid.CreateVersion7();

    public string Title { get; set; } = "";

    public DateTime? ReleasedAt { get; set; }
}

/// <summary>A booking of a room; the key is the guard against a second.</summary>
public sealed class RoomBooking
{
    public Guid RoomId { get; set; }

    public DateOnly Date { get; set; }

    public TimeOnly From { get; set; }

    public string Title { get; set; } = "";
}

/// <summary>The same tables, read as they are.</summary>
public sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<Course> Courses => Set<Course>();

    public DbSet<HallDetails> Halls => Set<HallDetails>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Typed> Typed => Set<Typed>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Occupancy> Occupancies => Set<Occupancy>();

    public DbSet<RoomBooking> RoomBookings => Set<RoomBooking>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var sqlite = Database.IsSqlite();
        _ = sqlite ? modelBuilder.Entity<Course>().ToTable("courses_Courses") : modelBuilder.Entity<Course>().ToTable("Courses", "courses");
        _ = sqlite ? modelBuilder.Entity<HallDetails>().ToTable("facilities_hall_details") : modelBuilder.Entity<HallDetails>().ToTable("hall_details", "facilities");
        _ = sqlite ? modelBuilder.Entity<Room>().ToTable("facilities_rooms") : modelBuilder.Entity<Room>().ToTable("rooms", "facilities");
        _ = sqlite ? modelBuilder.Entity<Occupancy>().ToTable("booking_Occupancies") : modelBuilder.Entity<Occupancy>().ToTable("Occupancies", "booking");
        modelBuilder.Entity<RoomBooking>().ToTable("bare_room_bookings").HasKey(b => new { b.RoomId, b.Date, b.From });
        modelBuilder.Entity<Booking>().ToTable("bare_bookings");
        modelBuilder.Entity<Typed>().ToTable("bare_typed");
    }
}
