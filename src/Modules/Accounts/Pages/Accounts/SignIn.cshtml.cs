using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[OutsideTransaction]
internal sealed class SignInModel(AccountsDb db, AppDatabase database, PasswordChecks checks, TimeProvider clock, ILogger<SignInModel> log) : PageModel, IFormPage
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
        var account = await db.Users.SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancellation);
        var isRight = checks.IsRight(account, Input.Password);
        if (account is null)
        {
            log.LogWarning("Sign-in refused: unknown name");
            throw new RuleBroken(Wrong);
        }

        var isIn = await database.InTransactionAsync(async () =>
        {
            await db.LockAsync(account);
            return await CountAsync(account, isRight);
        }, CancellationToken.None);
        if (!isIn)
        {
            log.LogWarning("Sign-in refused: {Account}", account.Id);
            throw new RuleBroken(Wrong);
        }

        await HttpContext.SignInAsync(SignInCookie.Scheme, AccountClaims.Of(account), SignInCookie.NewSession(clock));
        log.LogInformation("Signed in: {Account}", account.Id);
        return LocalRedirect(this.ReturnUrl());
    }

    /// <summary>A locked or disabled account refuses the right password with the same words as a wrong one.</summary>
    private async Task<bool> CountAsync(Account account, bool isRight)
    {
        var now = clock.UtcNow();
        if (account.IsLockedAt(now) || account.IsDisabled)
        {
            return false;
        }

        if (isRight)
        {
            account.CountSignIn(now);
        }
        else
        {
            account.CountWrong(now);
        }

        await db.SaveChangesAsync();
        return isRight;
    }

    internal sealed class InputModel
    {
        [Display(Name = "利用者ID")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [Display(Name = "パスワード")]
        [StringLength(500)]
        public string Password { get; set; } = "";
    }
}
