using Kominkan.Notifications.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

[Authorize(NotificationsModule.JobsPermission)]
internal sealed class ResumeJobModel(NotificationsDb db, IRecurringJobs jobs, TimeProvider clock) : JobPage(db, jobs, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await TakeSwitchAsync() is not { } job)
        {
            return NotFound();
        }

        job.Resume(Clock.UtcNow());
        await Db.SaveChangesAsync();
        Notice.Say(Response, $"「{Job.Label}」は次の時刻から動きます。");
        return Redirect($"/staff/jobs/{Id}");
    }
}
