using System.Linq.Expressions;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

internal sealed class CourseCatalogue(CoursesDb db) : ICourseCatalogue
{
    private static readonly Expression<Func<Course, CourseInfo>> Info =
        c => new CourseInfo(c.Id, c.Number, c.Title, c.ProgramType, c.HallId, c.FiscalYear, c.FirstDate, c.Enrolled);

    public Task<CourseInfo?> FindAsync(Guid courseId, CancellationToken cancellation = default) =>
        db.Courses.Where(c => c.Id == courseId).Select(Info).SingleOrDefaultAsync(cancellation);

    public async Task<IReadOnlyList<CourseInfo>> OfTypeAsync(string programType, FiscalYear year, CancellationToken cancellation = default) =>
        await db.Courses.Where(c => c.ProgramType == programType && c.FiscalYear == year.Year).OrderBy(c => c.Number).Select(Info).ToListAsync(cancellation);
}
