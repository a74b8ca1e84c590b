using Kominkan.Notifications.Contracts;
using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Postcards to be posted: labels with the addresses, and the reply sides of 往復はがき, on A4.</summary>
[Authorize(NotificationsModule.Calls)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PostcardsModel(NotificationsDb db, IAudit audit, IHallDirectory directory, SiteInfo site) : PageModel
{
    public const int LabelsAPage = 12;
    public const int CardsAPage = 4;

    /// <summary>A heap a clerk can fold and stamp in one go.</summary>
    private const int AtOnce = 200;

    public IReadOnlyList<Message> Cards { get; private set; } = [];

    public HallDirectory Halls { get; private set; } = HallDirectory.Empty;

    public string Site => site.Name;

    public async Task OnGetAsync()
    {
        Halls = await directory.GetAsync();
        Cards = await db.Messages.AsNoTracking().Where(m => m.Channel == MessageChannel.Postcard).ByHand().OrderBy(m => m.PostedAt).ThenBy(m => m.Id).Take(AtOnce).ToListAsync();
        await audit.SawAsync(Act.Print, "はがきの印刷", Cards);
    }
}
