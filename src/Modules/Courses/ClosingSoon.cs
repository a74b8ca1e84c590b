using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>The front page's まもなく締め切る講座.</summary>
internal sealed class ClosingSoon(CoursesDb db, IHallDirectory halls, TimeProvider clock) : IHomeSection
{
    private const int Shown = 6;

    public int Order => 10;

    public string View => "/Pages/Courses/_ClosingSoon.cshtml";

    public async Task<object> LoadAsync(CancellationToken cancellation)
    {
        var now = clock.UtcNow();
        var open = db.Courses.AsNoTracking().Where(c => (c.State == CourseState.Published || c.State == CourseState.Confirmed) && c.Recruitment.Intake != Intake.None && c.Recruitment.OpensAt <= now && c.Recruitment.ClosesAt >= now);
        return new Model(
            await open.OrderBy(c => c.Recruitment.ClosesAt).ThenBy(c => c.Id).Take(Shown).Select(CourseRow.At(now)).ToListAsync(cancellation),
            await open.CountAsync(cancellation),
            await halls.GetAsync(cancellation),
            now);
    }

    /// <param name="Count">Courses one can apply for now.</param>
    internal sealed record Model(IReadOnlyList<CourseRow> Rows, int Count, HallDirectory Halls, DateTime Now);
}
