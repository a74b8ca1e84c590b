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
internal sealed class FirstAccountModel(AccountsDb db, AppDatabase database, ChangeLog changes, PasswordChecks checks, FirstAccountCode code, StartSession start, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public async Task<IActionResult?> LoadAsync() => await db.Users.AnyAsync() ? NotFound() : null;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        using var turn = await checks.TakeTurnAsync(cancellation);
        if (!turn.IsAcquired)
        {
            return this.TooBusy();
        }

        if (await db.Users.AnyAsync(cancellation))
        {
            return NotFound();
        }

        if (!code.Accepts(Input.Code))
        {
            throw new RuleBroken("コードが違います。起動した画面の表示を確かめてください。", "Input.Code");
        }

        var account = Account.Create(Input.Name, Input.DisplayName, clock.UtcNow());
        NewPassword.Check(Input.New, Input.Again, account.UserName!);
        account.SetPassword(checks.Hash(Input.New));
        account.Grants.Add(Grant.Make(account.Id, RoleKeys.HeadOffice, GrantScope.City, clock.Today(), null));
        await database.InTransactionAsync(async () =>
        {
            db.Users.Add(account);
            changes.OfAccount(account.Id, account.Id, "最初の利用者として作成");
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        return LocalRedirect(await start.AfterPasswordAsync(account, "/staff/accounts"));
    }

    internal sealed class InputModel
    {
        [Display(Name = "起動画面のコード")]
        [StringLength(50)]
        public string Code { get; set; } = "";

        [Display(Name = "利用者ID")]
        [StringLength(100)]
        public string Name { get; set; } = "";

        [Display(Name = "氏名")]
        [StringLength(50)]
        public string DisplayName { get; set; } = "";

        [Display(Name = "パスワード")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string New { get; set; } = "";

        [Display(Name = "パスワード（もう一度）")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string Again { get; set; } = "";
    }
}
