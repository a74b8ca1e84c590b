using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.My;

[AllowAnonymous]
[OutsideTransaction]
[LimitsGuessing("Input.Mail")]
internal sealed class PasswordSignInModel(AccountsDb db, PasswordChecks checks, CheckPassword check, StartSession start) : PageModel, IFormPage
{
    private const string Wrong = "メールアドレスかパスワードが違います。メールの確認コードでも入れます。";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        using var turn = await checks.TakeTurnAsync(cancellation);
        if (!turn.IsAcquired)
        {
            return this.TooBusy();
        }

        var mail = Account.Normalize(Input.Mail);
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == mail && a.Kind == AccountKind.Resident, cancellation);
        if (!await check.IsRightAsync(account, Input.Password))
        {
            throw new RuleBroken(Wrong);
        }

        await start.EnterAsync(account!, Input.OwnDevice);
        return LocalRedirect(this.ReturnUrl("/my"));
    }

    internal sealed class InputModel
    {
        [Display(Name = "メールアドレス")]
        [StringLength(320)]
        public string Mail { get; set; } = "";

        [Display(Name = "パスワード")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "自分だけの端末")]
        public bool OwnDevice { get; set; }
    }
}
