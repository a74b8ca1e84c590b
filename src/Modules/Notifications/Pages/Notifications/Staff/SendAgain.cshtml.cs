using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Tries a mail that did not arrive once more.</summary>
[Authorize(NotificationsModule.Calls)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SendAgainModel(NotificationsDb db, IAudit audit, TimeProvider clock) : PageModel, IFormPage
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

        Message.TryAgain(clock.UtcNow());
        await db.SaveChangesAsync();
        Notice.Say(Response, "もう一度送ります。");
        return Redirect("/staff/calls");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.Messages.FirstOrDefaultAsync(m => m.Id == Id && !m.Urgent) is not { } message)
        {
            return NotFound();
        }

        Message = message;
        await audit.SawAsync(Act.View, "もう一度送る", message);
        return null;
    }
}
