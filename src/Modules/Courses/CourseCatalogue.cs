using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

internal sealed class CourseCatalogue(CoursesDb db) : ICourseCatalogue
{
    public Task<CourseInfo?> FindAsync(Guid courseId, CancellationToken cancellation = default) =>
        db.Courses.Where(c => c.Id == courseId)
            .Select(c => new CourseInfo(c.Id, c.Number, c.Title, c.ProgramType, c.HallId, c.FiscalYear, c.FirstDate, c.Enrolled))
            .SingleOrDefaultAsync(cancellation);
}
