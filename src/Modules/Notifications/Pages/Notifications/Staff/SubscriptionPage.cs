using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>What the pages of one subscription share.</summary>
internal abstract class SubscriptionPage(NotificationsDb db, IAudit audit) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Subscription Subscription { get; private set; } = null!;

    /// <summary>Null unless the recipient has stopped the monthly summary by the link in it.</summary>
    public NewsRefusal? Refusal { get; private set; }

    protected NotificationsDb Db => db;

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Subscriptions.FirstOrDefaultAsync(s => s.Id == Id) is not { } subscription)
        {
            return NotFound();
        }

        (Subscription, Refusal) = (subscription, (await db.MonthlyRefusalsAsync(subscription)).Values.FirstOrDefault());
        await audit.SawAsync("定期便の届け先", subscription);
        return null;
    }
}
