using Kominkan.Notifications.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>A recipient who stopped the monthly summary by its link has asked to have it again.</summary>
[Authorize(NotificationsModule.Subscribe)]
internal sealed class ResumeSubscriptionModel(NotificationsDb db, IAudit audit) : SubscriptionPage(db, audit)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (Refusal is { } refusal)
        {
            Db.Refusals.Remove(refusal);
            await Db.SaveChangesAsync();
        }

        Notice.Say(Response, "毎月のまとめを、次からまた送ります。");
        return Redirect("/staff/subscriptions");
    }
}
