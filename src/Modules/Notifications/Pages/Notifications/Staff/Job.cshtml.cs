using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Jobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>One job: its runs, and what can be done with it.</summary>
[Authorize(NotificationsModule.JobsPermission)]
internal sealed class JobModel(NotificationsDb db, IRecurringJobs jobs, TimeProvider clock) : JobPage(db, jobs, clock)
{
    private readonly DateTime now = clock.UtcNow();

    public IReadOnlyList<JobRun> Runs { get; private set; } = [];

    public DateTime? Next => Schedule.Next(Job.Cron, now);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Runs = await Db.JobRuns.AsNoTracking().Where(r => r.JobId == Id).OrderByDescending(r => r.StartedAt).Take(50).ToListAsync();
        return Page();
    }
}
