using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Who was told by hand today, in the user's halls: a tick set by mistake is taken back from here.</summary>
[Authorize(NotificationsModule.Calls)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class CallsDoneModel(NotificationsDb db, IAudit audit, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNo { get; set; } = 1;

    public IReadOnlyList<Message> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + CallsModel.Size - 1) / CallsModel.Size;

    public async Task OnGetAsync()
    {
        var told = db.Messages.AsNoTracking().ToldByHand(clock.Today().ToUtc(TimeOnly.MinValue));
        Count = await told.CountAsync();
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Rows = await told.OrderByDescending(m => m.EndedAt).ThenBy(m => m.Id).Skip((PageNo - 1) * CallsModel.Size).Take(CallsModel.Size).ToListAsync();
        await audit.SawAsync(Act.View, "連絡済みの方", Rows);
    }
}
