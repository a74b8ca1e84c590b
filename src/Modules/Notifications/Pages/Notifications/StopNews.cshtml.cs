using Kominkan.Notifications.Data;
using Kominkan.Notifications.Domain;
using Kominkan.Notifications.Sending;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Notifications.Pages.Notifications;

/// <summary>
/// Stops news of a kind for whoever holds the link of a mail. Mail programs press the button themselves (RFC 8058), without
/// having loaded the form: what is sealed in the link stands in for the form's token.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StopNewsModel(NotificationsDb db, StopLink link, Texts texts, TimeProvider clock) : PageModel, IFormPage
{
    [FromQuery(Name = "t")]
    public string? Token { get; set; }

    public string Label { get; private set; } = "";

    public bool IsStopped { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (!IsStopped)
        {
            var (kind, key) = link.Read(Token)!.Value;
            db.Refusals.Add(new NewsRefusal(kind, key, clock.UtcNow()));
            await db.SaveChangesAsync();
        }

        return Redirect(Request.Path + Request.QueryString.ToUriComponent());
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (link.Read(Token) is not var (kind, key))
        {
            return NotFound();
        }

        Label = texts.Find(kind)?.Label ?? "お知らせ";
        IsStopped = await db.Refusals.AnyAsync(r => r.Kind == kind && r.RecipientKey == key);
        return null;
    }
}
