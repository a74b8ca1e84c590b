using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Tests.Pages.Probe;

/// <summary>Saves outside the request's transaction and then breaks a rule; it has no form to show again.</summary>
[AllowAnonymous]
[OutsideTransaction]
internal sealed class OutsideModel(NotesDb db) : PageModel
{
    public async Task OnPostAsync()
    {
        db.Add(new Note { Text = "外" });
        await db.SaveChangesAsync();
        throw new RuleBroken("だめです。");
    }
}
