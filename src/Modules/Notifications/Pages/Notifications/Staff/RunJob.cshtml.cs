using Kominkan.Notifications.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

[Authorize(NotificationsModule.JobsPermission)]
internal sealed class RunJobModel(NotificationsDb db, IRecurringJobs jobs, TimeProvider clock) : JobPage(db, jobs, clock)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Jobs.RunSoon(Id, Who);
        Notice.Say(Response, $"「{Job.Label}」を始めます。少し待ってから、この画面を開き直してください。");
        return Redirect($"/staff/jobs/{Id}");
    }
}
