using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[OutsideTransaction]
internal sealed class FirstSignInModel(AccountsDb db, AppDatabase database, ChangeLog changes, PasswordChecks checks, StartSession start, TimeProvider clock, ILogger<FirstSignInModel> log) : PageModel, IFormPage
{
    private const string Wrong = "利用者IDか設定コードが違うか、期限切れです。本部に確かめてください。";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        NewPassword.Check(Input.New, Input.Again, Input.Name);
        using var turn = await checks.TakeTurnAsync(cancellation);
        if (!turn.IsAcquired)
        {
            return this.TooBusy();
        }

        var hash = checks.Hash(Input.New);
        var account = await database.InTransactionAsync(() => SetAsync(hash), CancellationToken.None);
        if (account is null)
        {
            throw new RuleBroken(Wrong);
        }

        return LocalRedirect(await start.AfterPasswordAsync(account, SignInAnswers.FirstPage));
    }

    private async Task<Account?> SetAsync(string hash)
    {
        var (name, now) = (Account.Normalize(Input.Name), clock.UtcNow());
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name && !a.IsDisabled);
        if (account is not null)
        {
            await db.LockAsync(account);
        }

        if (account is null || account.IsLockedAt(now))
        {
            log.LogWarning("Code refused: {Account}", account?.Id);
            return null;
        }

        var isRight = account.AcceptsCode(Input.Code, now);
        if (isRight)
        {
            account.SetPassword(hash);
            changes.OfAccount(account.Id, account.Id, "設定コードでパスワードを決定");
        }
        else
        {
            account.CountWrong(now);
            log.LogWarning("Code refused: {Account}", account.Id);
        }

        await db.SaveChangesAsync();
        return isRight ? account : null;
    }

    internal sealed class InputModel
    {
        [Display(Name = "利用者ID")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [Display(Name = "設定コード")]
        [StringLength(50)]
        public string Code { get; set; } = "";

        [Display(Name = "新しいパスワード")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string New { get; set; } = "";

        [Display(Name = "新しいパスワード（もう一度）")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string Again { get; set; } = "";
    }
}
