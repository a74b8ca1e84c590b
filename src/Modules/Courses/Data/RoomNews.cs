using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kominkan.Courses.Data;

/// <summary>Of which courses a save is about to change what they need of rooms.</summary>
internal static class RoomNews
{
    public static IReadOnlyList<Guid> Of(ChangeTracker tracker) =>
    [
        .. tracker.Entries<Session>().Where(e => e.State is EntityState.Added or EntityState.Modified && (e.Entity.RoomId is not null || e.Property(s => s.RoomId).OriginalValue is not null)).Select(e => e.Entity.CourseId)
            .Concat(tracker.Entries<Course>().Where(e => e.State == EntityState.Modified && (e.Property(c => c.State).IsModified || e.Property(c => c.Title).IsModified)).Select(e => e.Entity.Id)).Distinct(),
    ];
}
