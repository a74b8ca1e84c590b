using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Kominkan.Courses.Data;

/// <summary>What a save is about to change that somebody must be told.</summary>
/// <param name="Moved">Applications of which somebody stands elsewhere than before.</param>
/// <param name="Added">Those of them that are new.</param>
/// <param name="Cancelled">Courses called off.</param>
/// <param name="SessionsOff">Sessions called off, of courses that go on.</param>
/// <param name="SessionsBack">Sessions called off before, and planned again.</param>
internal sealed record CourseNews(IReadOnlyList<Guid> Moved, IReadOnlyList<Guid> Added, IReadOnlyList<Guid> Cancelled, IReadOnlyList<Session> SessionsOff, IReadOnlyList<Session> SessionsBack)
{
    public bool IsEmpty => Moved.Count + Cancelled.Count + SessionsOff.Count + SessionsBack.Count == 0;

    public static CourseNews Of(ChangeTracker tracker)
    {
        var moved = tracker.Entries<Enrolment>().Where(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(p => p.State).IsModified)).Select(e => e.Entity.ApplicationId).Distinct().ToList();
        var added = tracker.Entries<Application>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToList();
        var cancelled = tracker.Entries<Course>().Where(e => e.State == EntityState.Modified && e.Property(c => c.State).IsModified && e.Entity.State == CourseState.Cancelled).Select(e => e.Entity.Id).ToList();
        var sessions = tracker.Entries<Session>().Where(e => e.State == EntityState.Modified && e.Property(s => s.State).IsModified && !cancelled.Contains(e.Entity.CourseId)).ToList();
        return new(moved, added, cancelled,
            [.. sessions.Where(e => e.Entity.State == SessionState.Cancelled).Select(e => e.Entity)],
            [.. sessions.Where(e => e.Entity.State == SessionState.Planned && e.Property(s => s.State).OriginalValue == SessionState.Cancelled).Select(e => e.Entity)]);
    }
}
