using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Takes back a tick that was set by mistake.</summary>
[Authorize(NotificationsModule.Calls)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class UndoCallModel(NotificationsDb db, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Message Message { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Message.Untick();
        await db.SaveChangesAsync();
        Notice.Say(Response, "取り消しました。連絡表に戻しました。");
        return Redirect("/staff/calls");
    }

    /// <summary>Those told today, and those that stand on the list again: of them it says so.</summary>
    public async Task<IActionResult?> LoadAsync()
    {
        var today = clock.Today().ToUtc(TimeOnly.MinValue);
        if (await db.Messages.ToldByHand(today).Concat(db.Messages.ByHand()).FirstOrDefaultAsync(m => m.Id == Id) is not { } message)
        {
            return NotFound();
        }

        Message = message;
        await audit.SawAsync(Act.View, "連絡済みの取り消し", message);
        return null;
    }
}
