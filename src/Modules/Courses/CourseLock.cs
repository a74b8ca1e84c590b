using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// One at a time decides about a course's seats. Raising a counter takes the row's lock until the transaction ends; on
/// SQLite the transaction is the only writer anyway, and the same statement does no harm.
/// </summary>
internal class CourseLock(CoursesDb db)
{
    /// <summary>Takes the lock, then loads the course as it is behind it; null when it is not in the request's scope.</summary>
    public async Task<Course?> TakeAsync(Guid courseId, CancellationToken cancellation = default)
    {
        await LockAsync(courseId, cancellation);
        return await db.Courses.Include(c => c.Sessions).SingleOrDefaultAsync(c => c.Id == courseId, cancellation);
    }

    /// <summary>People who hold a place, by the channel they came through.</summary>
    public async Task<SeatsTaken> SeatsTakenAsync(Course course, CancellationToken cancellation = default)
    {
        if (course.Recruitment is { KeptForDesk: 0, KeptForPostcard: 0 })
        {
            return default;
        }

        var taken = await db.Applications.Where(a => a.CourseId == course.Id)
            .Select(a => new { a.Channel, Seats = a.People.Count(p => p.State == EnrolmentState.Enrolled || p.State == EnrolmentState.Offered) })
            .ToListAsync(cancellation);
        return new SeatsTaken(
            taken.Where(t => t.Channel is Channel.Counter or Channel.Phone).Sum(t => t.Seats),
            taken.Where(t => t.Channel == Channel.Postcard).Sum(t => t.Seats));
    }

    protected virtual Task LockAsync(Guid courseId, CancellationToken cancellation) =>
        db.Courses.Where(c => c.Id == courseId).ExecuteUpdateAsync(s => s.SetProperty(c => c.LockTurn, c => c.LockTurn + 1), cancellation);
}
