using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>A passkey is both factors at once: the device, and whoever can unlock it.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Guessing)]
internal sealed class PasskeySignInModel(AccountsDb db, Passkeys passkeys, StartSession start) : PageModel, IFormPage
{
    [BindProperty]
    public PasskeyInputModel Input { get; set; } = new();

    public Ceremony Ceremony { get; private set; } = new("", "");

    public async Task<IActionResult?> LoadAsync()
    {
        Ceremony = await passkeys.AskAsync();
        return null;
    }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await passkeys.AnsweredAsync(Input.State, Input.Credential);
        await db.SaveChangesAsync();
        if (account.Kind != AccountKind.Staff)
        {
            throw new RuleBroken("職員のパスキーではありません。市民の方は「サインイン」からお入りください。");
        }

        await start.EnterAsync(account);
        return LocalRedirect(this.ReturnUrl());
    }
}
