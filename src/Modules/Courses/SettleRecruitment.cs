using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>
/// The sweep behind every deadline: freezes draws whose window has closed, takes back offers nobody answered and offers
/// free seats down the queue. Each course is one transaction, and a second run finds nothing to do.
/// </summary>
internal sealed class SettleRecruitment(CoursesDb db, AppDatabase database, CourseLock courseLock, CloseDraw close, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var closing = await db.Courses.Where(c => c.State == CourseState.Published && c.Recruitment.Intake == Intake.Draw && c.Recruitment.ClosesAt < now && c.InDraw > 0 && !db.Draws.Any(d => d.CourseId == c.Id))
            .Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in closing)
        {
            await database.InTransactionAsync(() => close.CloseAsync(id, cancellation), cancellation);
        }

        var today = clock.Today();
        // Once it runs, who waits is asked only while others may still apply (Course.HasQueueAt).
        var freed = await db.Courses.Where(c => (c.Offered > 0 || (c.Waiting > 0 && (c.FirstDate >= today || c.Recruitment.ClosesAt >= now))) && c.State != CourseState.Cancelled && c.LastDate >= today)
            .Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in freed)
        {
            await database.InTransactionAsync(() => SettleAsync(id, now, cancellation), cancellation);
        }
    }

    private async Task SettleAsync(Guid courseId, DateTime now, CancellationToken cancellation)
    {
        if (await courseLock.TakeAsync(courseId, cancellation) is not { } course)
        {
            return;
        }

        foreach (var late in await db.Applications.Where(a => a.CourseId == courseId && a.OfferUntil < now).ToListAsync(cancellation))
        {
            course.LapseOffer(late, now);
        }

        await OfferAsync(db, courseLock, course, now, cancellation);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Offers what is free to who waits; call it under the course's lock, after whatever freed a seat.</summary>
    public static async Task<IReadOnlyList<Application>> OfferAsync(CoursesDb db, CourseLock courseLock, Course course, DateTime now, CancellationToken cancellation)
    {
        if (course.Waiting == 0)
        {
            return [];
        }

        var waiting = await db.Applications.Where(a => a.CourseId == course.Id && a.People.Any(p => p.State == EnrolmentState.Waiting)).ToListAsync(cancellation);
        return course.OfferFreed(waiting, await courseLock.SeatsTakenAsync(course, cancellation), now);
    }
}
