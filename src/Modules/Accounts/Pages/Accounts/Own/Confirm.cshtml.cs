using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
[OutsideTransaction]
internal sealed class ConfirmModel(AccountsDb db, PasswordChecks checks, CheckPassword check, FreshProof fresh) : PageModel, IFormPage
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
        if (!await check.IsRightAsync(account, Input.Password))
        {
            throw new RuleBroken("パスワードが違います。10回間違えると15分使えません。", "Input.Password");
        }

        await fresh.GivenAsync();
        return LocalRedirect(this.ReturnUrl());
    }

    internal sealed class InputModel
    {
        [Display(Name = "パスワード")]
        [StringLength(500)]
        [DataType(DataType.Password)]
        public string Password { get; set; } = "";
    }
}
