using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts.Pages.Accounts;

[Authorize]
[OutsideTransaction]
internal sealed class PasswordModel(AccountsDb db, AppDatabase database, AccessCache cache, PasswordChecks checks, TimeProvider clock, ILogger<PasswordModel> log) : PageModel, IFormPage
{
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

        var account = await db.Users.SingleAsync(a => a.Id == User.AccountId(), cancellation);
        NewPassword.Check(Input.New, Input.Again, account.UserName!);
        var (isLocked, isRight) = (account.IsLockedAt(clock.UtcNow()), checks.IsRight(account, Input.Current));
        var hash = isRight && !isLocked ? checks.Hash(Input.New) : null;
        await database.InTransactionAsync(async () =>
        {
            await db.LockAsync(account);
            if (hash is null)
            {
                account.CountWrong(clock.UtcNow());
            }
            else
            {
                account.SetPassword(hash);
                database.AfterCommit(() => cache.ForgetAsync(account.Id));
            }

            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        if (hash is null)
        {
            log.LogWarning("Password change refused: {Account}", account.Id);
            throw new RuleBroken("いまのパスワードが違います。", "Input.Current");
        }

        await HttpContext.SignInAsync(SignInCookie.Scheme, AccountClaims.Of(account), SignInCookie.NewSession(clock));
        log.LogInformation("Password changed: {Account}", account.Id);
        Notice.Say(Response, "パスワードを変えました。");
        return Redirect("/staff/password");
    }

    internal sealed class InputModel
    {
        [Display(Name = "いまのパスワード")]
        [StringLength(500)]
        public string Current { get; set; } = "";

        [Display(Name = "新しいパスワード")]
        [StringLength(500)]
        public string New { get; set; } = "";

        [Display(Name = "新しいパスワード（もう一度）")]
        [StringLength(500)]
        public string Again { get; set; } = "";
    }
}
