using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Freezes the entries of a course's next draw and publishes their hash.</summary>
internal sealed class CloseDraw(CoursesDb db, CourseLock courseLock, TimeProvider clock)
{
    /// <returns>The draw, or null when the course is not there or its first draw is frozen already.</returns>
    public async Task<CourseDraw?> CloseAsync(Guid courseId, CancellationToken cancellation)
    {
        if (await courseLock.TakeAsync(courseId, cancellation) is not { } course)
        {
            return null;
        }

        var rounds = await db.Draws.Where(d => d.CourseId == courseId).Select(d => d.Seed).ToListAsync(cancellation);
        if (rounds.Contains(null))
        {
            return null;
        }

        var entries = await EntriesAsync(courseId, cancellation);
        var draw = course.CloseForDraw(rounds.Count + 1, entries, await WeightsAsync(course, entries, cancellation), clock.UtcNow());
        db.Draws.Add(draw);
        await db.SaveChangesAsync(cancellation);
        return draw;
    }

    public Task<List<Application>> EntriesAsync(Guid courseId, CancellationToken cancellation) =>
        db.Applications.Where(a => a.CourseId == courseId && a.People.Any(p => p.State == EnrolmentState.InDraw || p.State == EnrolmentState.Waiting)).ToListAsync(cancellation);

    private async Task<Dictionary<Guid, int>> WeightsAsync(Course course, List<Application> entries, CancellationToken cancellation)
    {
        var rule = course.Recruitment;
        var weights = entries.ToDictionary(a => a.Id, a => a.People.Any(p => p.Person.Tie == CityTie.Lives) ? rule.ResidentWeight : 1);
        if (rule.LostBeforeWeight > 1)
        {
            var yearAgo = clock.UtcNow().AddYears(-1);
            var lost = await (from e in db.Enrolments
                              join a in db.Applications on e.ApplicationId equals a.Id
                              join c in db.Courses on e.CourseId equals c.Id
                              where c.Id != course.Id && c.ProgramType == course.ProgramType && c.State != CourseState.Published && a.AppliedAt > yearAgo && e.State == EnrolmentState.Waiting
                              select new { e.KanaKey, e.Person.Birth }).ToListAsync(cancellation);
            var losers = lost.Select(l => (l.KanaKey, l.Birth)).ToHashSet();
            foreach (var application in entries.Where(a => a.People.Any(p => losers.Contains((p.KanaKey, p.Person.Birth)))))
            {
                weights[application.Id] = Math.Max(weights[application.Id], rule.LostBeforeWeight);
            }
        }

        return weights;
    }
}
