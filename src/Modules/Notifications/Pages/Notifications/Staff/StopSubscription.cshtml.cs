using Kominkan.Notifications.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

[Authorize(NotificationsModule.Subscribe)]
internal sealed class StopSubscriptionModel(NotificationsDb db, IAudit audit, TimeProvider clock) : SubscriptionPage(db, audit)
{
    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Subscription.Stop(clock.UtcNow());
        await Db.SaveChangesAsync();
        Notice.Say(Response, "定期便を止めました。");
        return Redirect("/staff/subscriptions");
    }
}
