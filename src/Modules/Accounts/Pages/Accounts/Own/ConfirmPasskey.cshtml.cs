using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
internal sealed class ConfirmPasskeyModel(AccountsDb db, Passkeys passkeys, FreshProof fresh) : PageModel, IFormPage
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
        if (account.Id != User.AccountId())
        {
            throw new RuleBroken("ほかの人のパスキーです。自分のパスキーを選んでください。");
        }

        await db.SaveChangesAsync();
        await fresh.GivenAsync();
        return LocalRedirect(this.ReturnUrl());
    }
}
