using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class NewModel(AccountsDb db, ChangeLog changes, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = Account.Create(Input.Name, Input.DisplayName, clock.UtcNow());
        if (await db.Users.AnyAsync(a => a.NormalizedUserName == account.NormalizedUserName))
        {
            throw new RuleBroken("この利用者IDは使われています。別のIDにしてください。", "Input.Name");
        }

        account.SetContractor(Input.IsContractor);
        db.Users.Add(account);
        changes.OfAccount(account.Id, User, "利用者を作成");
        await db.SaveChangesAsync();
        Notice.Say(Response, "利用者を作りました。権限を付け、設定コードを発行してください。");
        return Redirect($"/staff/accounts/{account.Id}");
    }

    internal sealed class InputModel
    {
        [Display(Name = "利用者ID")]
        [StringLength(30)]
        public string Name { get; set; } = "";

        [Display(Name = "氏名")]
        [StringLength(50)]
        public string DisplayName { get; set; } = "";

        [Display(Name = "委託の人")]
        public bool IsContractor { get; set; }
    }
}
