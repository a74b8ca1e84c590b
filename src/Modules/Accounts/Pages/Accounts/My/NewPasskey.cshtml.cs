using Kominkan.Accounts.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.My;

[Authorize(Doors.Resident)]
internal sealed class NewPasskeyModel(AccountsDb db, Passkeys passkeys, KeepPasskey keep, FreshProof fresh) : PageModel, IFormPage
{
    [BindProperty]
    public NewPasskeyInputModel Input { get; set; } = new();

    public Ceremony Ceremony { get; private set; } = new("", "");

    public async Task<IActionResult?> LoadAsync()
    {
        if (await fresh.AskAsync() is { } ask)
        {
            return ask;
        }

        Ceremony = await passkeys.AskForNewAsync(await db.Users.SingleAsync(a => a.Id == User.AccountId()));
        return null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Input.Name = Device.Words(Request.Headers.UserAgent);
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await fresh.AskAsync() is { } ask)
        {
            return ask;
        }

        await keep.DoAsync(await db.Users.SingleAsync(a => a.Id == User.AccountId()), Input);
        Notice.Say(Response, "パスキーを作りました。次からはこれで入れます。");
        return Redirect("/my/security");
    }
}
