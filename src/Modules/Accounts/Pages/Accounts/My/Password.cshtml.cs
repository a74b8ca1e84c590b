using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.My;

/// <summary>A password is optional for residents; setting one needs a proof of the last ten minutes.</summary>
[Authorize(Doors.Resident)]
[OutsideTransaction]
internal sealed class PasswordModel(AccountsDb db, AppDatabase database, ChangeLog changes, PasswordChecks checks, FreshProof fresh, StartSession start) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task<IActionResult?> LoadAsync() => fresh.AskAsync();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        using var turn = await checks.TakeTurnAsync(cancellation);
        if (!turn.IsAcquired)
        {
            return this.TooBusy();
        }

        var account = await db.Users.SingleAsync(a => a.Id == User.AccountId(), cancellation);
        NewPassword.Check(Input.New, Input.Again, account.Email!.Split('@')[0], PasswordRules.ShortestForResidents);
        var hash = checks.Hash(Input.New);
        await database.InTransactionAsync(async () =>
        {
            await db.LockAsync(account);
            account.SetPassword(hash);
            changes.OfAccount(account.Id, User, "パスワードを決定");
            await db.SaveChangesAsync(CancellationToken.None);
        }, CancellationToken.None);
        await start.EnterAsync(account);
        Notice.Say(Response, "パスワードを決めました。");
        return Redirect("/my/security");
    }

    internal sealed class InputModel
    {
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
