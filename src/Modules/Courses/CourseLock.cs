using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// One at a time decides about a course's seats. Raising a counter takes the row's lock until the transaction ends; on
/// SQLite the transaction is the only writer anyway, and the same statement does no harm.
/// </summary>
internal class CourseLock(CoursesDb db, ApplyQueries queries)
{
    /// <summary>Takes the lock, then loads the course as it is behind it; null when it is not in the request's scope.</summary>
    public async Task<Course?> TakeAsync(Guid courseId, CancellationToken cancellation = default)
    {
        await LockAsync(courseId, cancellation);
        return await db.Courses.Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == courseId, cancellation);
    }

    /// <summary>The same without its sessions, for giving and taking seats.</summary>
    public async Task<Course?> TakeForSeatsAsync(Guid courseId, CancellationToken cancellation = default)
    {
        await LockAsync(courseId, cancellation);
        return await queries.TrackedAsync(db, courseId);
    }

    /// <summary>People who hold a place, by the channel they came through.</summary>
    public async Task<SeatsTaken> SeatsTakenAsync(Course course, CancellationToken cancellation = default)
    {
        if (course.Recruitment is { KeptForDesk: 0, KeptForPostcard: 0 })
        {
            return default;
        }

        var (desk, postcard) = (0, 0);
        await foreach (var taken in queries.SeatsAsync(db, course.Id).WithCancellation(cancellation))
        {
            (desk, postcard) = taken.Channel == Channel.Postcard ? (desk, postcard + taken.Seats) : (desk + taken.Seats, postcard);
        }

        return new SeatsTaken(desk, postcard);
    }

    protected virtual Task LockAsync(Guid courseId, CancellationToken cancellation) =>
        db.Courses.Where(c => c.Id == courseId).ExecuteUpdateAsync(s => s.SetProperty(c => c.LockTurn, c => c.LockTurn + 1), cancellation);
}
