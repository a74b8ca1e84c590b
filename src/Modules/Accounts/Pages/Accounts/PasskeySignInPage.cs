using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>A passkey is both factors at once: the device, and whoever can unlock it.</summary>
internal abstract class PasskeySignInPage(AccountsDb db, Passkeys passkeys, StartSession start) : PageModel, IFormPage
{
    [BindProperty]
    public PasskeyInputModel Input { get; set; } = new();

    public Ceremony Ceremony { get; private set; } = new("", "");

    protected abstract AccountKind Kind { get; }

    /// <summary>Where one goes who wanted nowhere else.</summary>
    protected abstract string First { get; }

    /// <summary>What somebody reads who belongs to the other door.</summary>
    protected abstract string NotHere { get; }

    public async Task<IActionResult?> LoadAsync()
    {
        Ceremony = await passkeys.AskAsync();
        return null;
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await passkeys.AnsweredAsync(Input.State, Input.Credential);
        account.AcceptPasskey();
        await db.SaveChangesAsync();
        if (account.Kind != Kind)
        {
            throw new RuleBroken(NotHere);
        }

        await start.EnterAsync(account);
        return LocalRedirect(this.ReturnUrl(First));
    }
}
