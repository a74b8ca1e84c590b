using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Courses;

/// <summary>Deletes what somebody typed into an application and never sent: nobody was promised that it would be kept.</summary>
internal sealed class ForgetDrafts(CoursesDb db, AppDatabase database, ICityRules rules, TimeProvider clock) : IJob
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        var old = clock.UtcNow().AddHours(-await rules.OnAsync(CourseRules.DraftHours, clock.Today(), cancellation));
        await database.InTransactionAsync(() => db.Drafts.Where(d => d.WrittenAt < old).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
