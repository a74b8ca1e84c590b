using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>The second step after the password: the app's code, or one of the codes kept on paper.</summary>
[AllowAnonymous]
[OutsideTransaction]
[LimitsGuessing]
internal sealed class CodeModel(HalfSignedIn half, CheckPassword check, StartSession start, TotpKeys keys, ChangeLog changes, TimeProvider clock) : PageModel, IFormPage
{
    private const string Wrong = "コードが違うか、もう使われています。新しいコードを入力してください。";

    private Account? account;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult?> LoadAsync()
    {
        account ??= await half.FindAsync();
        return account is { HasTotp: true } ? null : Redirect("/staff/sign-in");
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (!await check.CountAsync(account!, IsRight))
        {
            throw new RuleBroken(Wrong, "Input.Code");
        }

        await start.EnterAsync(account!);
        return LocalRedirect(this.ReturnUrl());
    }

    /// <summary>Runs under the account's lock: of two who send one code, one is too late.</summary>
    private bool IsRight()
    {
        if (keys.StepOf(account!.TotpSecret, Input.Code, account.LastTotpStep) is { } step)
        {
            account.AcceptTotp(step);
            return true;
        }

        if (!account.TakeRecoveryCode(Input.Code, clock.UtcNow()))
        {
            return false;
        }

        changes.OfAccount(account.Id, account.Id, "回復コードでサインイン");
        return true;
    }

    internal sealed class InputModel
    {
        [Display(Name = "確認コード")]
        [StringLength(50)]
        public string Code { get; set; } = "";
    }
}
