using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[OutsideTransaction]
internal sealed class SignInModel(AccountsDb db, PasswordChecks checks, CheckPassword check, StartSession start) : PageModel, IFormPage
{
    private const string Wrong = "利用者IDかパスワードが違います。10回間違えると15分使えません。";

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

        var name = Account.Normalize(Input.Name);
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name && a.Kind == AccountKind.Staff, cancellation);
        return await check.IsRightAsync(account, Input.Password)
            ? LocalRedirect(await start.AfterPasswordAsync(account!, this.ReturnUrl()))
            : throw new RuleBroken(Wrong);
    }

    internal sealed class InputModel
    {
        [Display(Name = "利用者ID")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [Display(Name = "パスワード")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
