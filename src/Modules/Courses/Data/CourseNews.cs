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
/// <param name="SessionsMoved">Planned sessions that get another day or time.</param>
internal sealed record CourseNews(IReadOnlyList<Guid> Moved, IReadOnlyList<Guid> Added, IReadOnlyList<Guid> Cancelled, IReadOnlyList<Session> SessionsOff, IReadOnlyList<Session> SessionsBack, IReadOnlyList<SessionMove> SessionsMoved)
{
    public bool IsEmpty => Moved.Count + Cancelled.Count + SessionsOff.Count + SessionsBack.Count + SessionsMoved.Count == 0;

    public static CourseNews Of(ChangeTracker tracker)
    {
        var moved = tracker.Entries<Enrolment>().Where(e => e.State == EntityState.Added || (e.State == EntityState.Modified && e.Property(p => p.State).IsModified)).Select(e => e.Entity.ApplicationId).Distinct().ToList();
        var added = tracker.Entries<Application>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToList();
        var cancelled = tracker.Entries<Course>().Where(e => e.State == EntityState.Modified && e.Property(c => c.State).IsModified && e.Entity.State == CourseState.Cancelled).Select(e => e.Entity.Id).ToList();
        var touched = tracker.Entries<Session>().Where(e => e.State == EntityState.Modified && !cancelled.Contains(e.Entity.CourseId)).ToLookup(e => e.Property(s => s.State).IsModified);
        var sessions = touched[true].ToList();
        return new(moved, added, cancelled,
            [.. sessions.Where(e => e.Entity.State == SessionState.Cancelled).Select(e => e.Entity)],
            [.. sessions.Where(e => e.Entity.State == SessionState.Planned && e.Property(s => s.State).OriginalValue == SessionState.Cancelled).Select(e => e.Entity)],
            [.. touched[false].Where(e => e.Entity.State == SessionState.Planned && (e.Property(s => s.Date).IsModified || e.Property(s => s.From).IsModified || e.Property(s => s.To).IsModified))
                .Select(e => new SessionMove(e.Entity, e.Property(s => s.Date).OriginalValue, e.Property(s => s.From).OriginalValue, e.Property(s => s.To).OriginalValue))]);
    }
}

/// <summary>A session, and when it was to be before it was moved.</summary>
internal sealed record SessionMove(Session Session, DateOnly Date, TimeOnly? From, TimeOnly? To);
