using Kominkan.Facilities.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Monthly;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>The monthly summary as the subscriber would get it now, with its figures drawn; when it goes out next.</summary>
[Authorize(NotificationsModule.Subscribe)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SubscriptionPreviewModel(NotificationsDb db, IAudit audit, MonthlySummary summary, Texts texts, IOpeningCalendar calendar, TimeProvider clock) : SubscriptionPage(db, audit)
{
    public MessageText Text { get; private set; } = new("", "");

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    /// <summary>Null while head office has stopped the job, the recipient the summary, or this subscription has ended.</summary>
    public DateOnly? Next { get; private set; }

    public override async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var today = clock.Today();
        var isStopped = Subscription.StoppedAt is not null || !Subscription.Monthly || Refusal is not null || await Db.JobSwitches.AnyAsync(s => s.JobId == NotificationsModule.MonthlyJob && s.StoppedAt != null);
        Next = isStopped ? null : calendar.NextFirst(today);
        var made = await summary.OfAsync(MonthlyMessages.LastMonth(today), Subscription.HallId, Subscription.Ward, keep: false, HttpContext.RequestAborted);
        Lines = made.Lines;
        (Text, _) = await texts.WriteAsync(MonthlyMessages.Kind, MessageLanguage.Japanese, made.Values, HttpContext.RequestAborted);
        return Page();
    }
}
