using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>A role can be limited to a course of one's own: an instructor calls the roll of it and sees no other.</summary>
internal sealed class OwnCourses(CoursesDb db) : IOwnScope
{
    public string Kind => "course";

    public string Label => "自分の講座";

    // Whoever grants may not hold anything in the course's hall: names and numbers of courses are public.
    public async Task<IReadOnlyList<OwnSubject>> FindAsync(string text, CancellationToken cancellation) =>
        await db.Courses.IgnoreQueryFilters().Where(c => c.Number == text || c.Title == text).OrderByDescending(c => c.Id).Take(10)
            .Select(c => new OwnSubject(c.Id, c.Title + "（" + c.Number + "）")).ToListAsync(cancellation);

    public Task<OwnSubject?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Courses.IgnoreQueryFilters().Where(c => c.Id == id).Select(c => new OwnSubject(c.Id, c.Title + "（" + c.Number + "）")).SingleOrDefaultAsync(cancellation);
}
