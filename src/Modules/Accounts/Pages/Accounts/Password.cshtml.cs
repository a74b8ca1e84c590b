using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts;

[Authorize(Doors.Staff)]
[OutsideTransaction]
internal sealed class PasswordModel(AccountsDb db, AppDatabase database, ChangeLog changes, PasswordChecks checks, CheckPassword check, StartSession start) : PageModel, IFormPage
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
        if (!await check.IsRightAsync(account, Input.Current))
        {
            throw new RuleBroken("いまのパスワードが違います。", "Input.Current");
        }

        var hash = checks.Hash(Input.New);
        await database.InTransactionAsync(async () =>
        {
            await db.LockAsync(account);
            account.SetPassword(hash);
            changes.OfAccount(account.Id, User, "パスワードを変更");
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        await start.EnterAsync(account);
        Notice.Say(Response, "パスワードを変えました。");
        return Redirect("/staff/password");
    }

    internal sealed class InputModel
    {
        [Display(Name = "いまのパスワード")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string Current { get; set; } = "";

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
