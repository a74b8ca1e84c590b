using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;

namespace Kominkan.Courses;

/// <summary>Holds a frozen draw with its public number and offers what is left; call it under the course's lock.</summary>
internal sealed class HoldDraw(CoursesDb db, CourseLock courseLock, CloseDraw close, TimeProvider clock)
{
    public async Task HoldAsync(Course course, CourseDraw draw, string seed, CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        course.HoldDraw(draw, seed, await close.EntriesAsync(course.Id, cancellation), now);
        await db.SaveChangesAsync(cancellation);
        await SettleRecruitment.OfferAsync(db, courseLock, course, now, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
