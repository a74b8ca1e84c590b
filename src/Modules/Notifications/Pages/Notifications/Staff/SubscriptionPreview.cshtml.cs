using Kominkan.Notifications.Data;
using Kominkan.Notifications.Monthly;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>The monthly summary as the subscriber would get it now.</summary>
[Authorize(NotificationsModule.Subscribe)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SubscriptionPreviewModel(NotificationsDb db, MonthlySummary summary, Texts texts, TimeProvider clock) : SubscriptionPage(db)
{
    public MessageText Text { get; private set; } = new("", "");

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var month = MonthlyMessages.LastMonth(clock.Today());
        var values = await summary.ValuesAsync(month, Subscription.HallId, Subscription.Ward, keep: false, HttpContext.RequestAborted);
        Text = await texts.WriteAsync(MonthlyMessages.Kind, MessageLanguage.Japanese, values);
        return Page();
    }
}
