using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[LimitsGuessing]
internal sealed class NewPasskeyModel(FactorOwner owner, Passkeys passkeys, KeepPasskey keep, StartSession start) : PageModel, IFormPage
{
    private Account? account;

    [BindProperty]
    public NewPasskeyInputModel Input { get; set; } = new();

    public Ceremony Ceremony { get; private set; } = new("", "");

    public async Task<IActionResult?> LoadAsync()
    {
        account ??= await owner.FindAsync();
        if (account is null)
        {
            return owner.Elsewhere;
        }

        Ceremony = await passkeys.AskForNewAsync(account);
        return null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Input.Name = Device.Words(Request.Headers.UserAgent);
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        account = await owner.FindAsync();
        if (account is null)
        {
            return owner.Elsewhere;
        }

        await keep.DoAsync(account, Input);
        await start.EnterAsync(account);
        Notice.Say(Response, "パスキーを作りました。次からはこれでサインインできます。");
        return LocalRedirect(this.ReturnUrl());
    }
}

internal sealed class NewPasskeyInputModel : PasskeyInputModel
{
    [Display(Name = "名前")]
    [StringLength(200)]
    public string Name { get; set; } = "";
}
