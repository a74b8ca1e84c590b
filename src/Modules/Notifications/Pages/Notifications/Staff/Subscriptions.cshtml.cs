using Kominkan.Facilities.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Monthly;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>定期便: who of the staff is mailed what, and when next.</summary>
[Authorize(NotificationsModule.Subscribe)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SubscriptionsModel(NotificationsDb db, IAudit audit, IOpeningCalendar calendar, IHallDirectory directory, SiteInfo site, TimeProvider clock) : PageModel
{
    private HallDirectory halls = HallDirectory.Empty;

    private IReadOnlyDictionary<string, NewsRefusal> refusals = new Dictionary<string, NewsRefusal>();

    public IReadOnlyList<Subscription> Rows { get; private set; } = [];

    public DateOnly Next { get; private set; }

    public bool IsStopped { get; private set; }

    public string PlaceOf(Subscription s) => s.HallId is { } id ? halls.NameOf(id) : s.Ward ?? site.City;

    /// <summary>The recipient has stopped the monthly summary by the link in it.</summary>
    public bool IsRefused(Subscription s) => s.Monthly && s.StoppedAt is null && refusals.ContainsKey(s.Destination.Address);

    public Status StatusOf(Subscription s) => (s.StoppedAt is null, IsRefused(s), s.Reminders) switch
    {
        (false, _, _) => new("停止", Tone.Off),
        (_, true, true) => new("毎月のまとめは、受け取る方が止めました", Tone.Warn),
        (_, true, _) => new("受け取る方が止めました", Tone.Bad),
        _ => new("届けています", Tone.Ok),
    };

    public async Task OnGetAsync()
    {
        halls = await directory.GetAsync();
        Rows = await db.Subscriptions.AsNoTracking().OrderBy(s => s.StoppedAt != null).ThenBy(s => s.Name).ToListAsync();
        refusals = await db.MonthlyRefusalsAsync(Rows);
        await audit.SawAsync("定期便", Rows);
        IsStopped = await db.JobSwitches.AnyAsync(s => s.JobId == NotificationsModule.MonthlyJob && s.StoppedAt != null);
        Next = calendar.NextFirst(clock.Today());
    }
}
