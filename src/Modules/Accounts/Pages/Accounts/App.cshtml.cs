using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>The app is set up when it has shown a right code. The POST answers with itself: recovery codes are shown once and kept nowhere.</summary>
[AllowAnonymous]
[OutsideTransaction]
[LimitsGuessing]
internal sealed class AppModel(FactorOwner owner, CheckPassword check, StartSession start, TotpKeys keys, ChangeLog changes, SiteInfo site) : PageModel, IFormPage
{
    private Account? account;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public HtmlString Picture { get; private set; } = HtmlString.Empty;

    public string Typed { get; private set; } = "";

    public IReadOnlyList<string>? Codes { get; private set; }

    public string Next { get; private set; } = "";

    public async Task<IActionResult?> LoadAsync()
    {
        account ??= await owner.FindAsync();
        if (account is null)
        {
            return owner.Elsewhere;
        }

        if (keys.Reveal(Input.Key) is not { } key)
        {
            key = Totp.NewKey();
            Input.Key = keys.Hide(key);
        }

        (Picture, Typed) = (QrPicture.Of(Totp.Address(key, site.Name, account.UserName!), "認証アプリで読み取る図"), Totp.Typed(key));
        return null;
    }

    public async Task<IActionResult> OnGetAsync()
    {
        Input.Key = "";
        return await LoadAsync() ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (!await check.CountAsync(account!, Accepts))
        {
            throw new RuleBroken("数字が違います。アプリに今出ている数字を入力してください。", "Input.Code");
        }

        await start.EnterAsync(account!);
        Next = this.ReturnUrl();
        return Page();
    }

    private bool Accepts()
    {
        if (keys.StepOf(Input.Key, Input.Code, null) is not { } step)
        {
            return false;
        }

        Codes = account!.SetUpTotp(Input.Key, step);
        changes.OfAccount(account.Id, account.Id, "認証アプリを設定");
        return true;
    }

    internal sealed class InputModel
    {
        /// <summary>Sealed: it comes back as it was given out.</summary>
        [StringLength(400)]
        public string Key { get; set; } = "";

        [Display(Name = "6桁の数字")]
        [StringLength(20)]
        public string Code { get; set; } = "";
    }
}
