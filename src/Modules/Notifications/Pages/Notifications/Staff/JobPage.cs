using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>What the pages of one job share.</summary>
internal abstract class JobPage(NotificationsDb db, IRecurringJobs jobs, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public string Id { get; set; } = "";

    public RecurringJob Job { get; private set; } = null!;

    public JobSwitch Switch { get; private set; } = null!;

    protected NotificationsDb Db => db;

    protected IRecurringJobs Jobs => jobs;

    protected TimeProvider Clock => clock;

    protected string Who => User.Identity?.Name ?? "";

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (jobs.All.FirstOrDefault(j => j.Id == Id) is not { } job)
        {
            return NotFound();
        }

        (Job, Switch) = (job, await db.JobSwitches.FirstOrDefaultAsync(s => s.JobId == Id) ?? new JobSwitch(Id, clock.UtcNow()));
        return null;
    }

    /// <summary>The job's switch, kept from now on.</summary>
    protected async Task<JobSwitch?> TakeSwitchAsync()
    {
        if (await LoadAsync() is not null)
        {
            return null;
        }

        if (db.Entry(Switch).State == EntityState.Detached)
        {
            db.JobSwitches.Add(Switch);
        }

        return Switch;
    }
}
