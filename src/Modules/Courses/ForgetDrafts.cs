using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Kominkan.Courses;

/// <summary>Deletes what somebody typed into an application and never sent: nobody was promised that it would be kept.</summary>
internal sealed class ForgetDrafts(CoursesDb db, AppDatabase database, IConfiguration configuration, TimeProvider clock) : IJob
{
    private const int Hours = 24;

    public Task RunAsync(CancellationToken cancellation)
    {
        var old = clock.UtcNow().AddHours(-configuration.GetValue("Drafts:KeepHours", Hours));
        return database.InTransactionAsync(() => db.Drafts.Where(d => d.WrittenAt < old).ExecuteDeleteAsync(cancellation), cancellation);
    }
}
