using System.ComponentModel.DataAnnotations;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.My;

/// <summary>The mailed code lets its address in; an address that comes for the first time gets its account here.</summary>
[AllowAnonymous]
[OutsideTransaction]
[LimitsGuessing]
internal sealed class CodeModel(AccountsDb db, AppDatabase database, MailCodes codes, ICityRules rules, StartSession start, ChangeLog changes, TimeProvider clock) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Address { get; private set; } = "";

    /// <summary>How long a code can be used.</summary>
    public int Minutes { get; private set; }

    public async Task<IActionResult?> LoadAsync()
    {
        Address = codes.Address ?? "";
        Minutes = await rules.OnAsync(MailedCode.Minutes, clock.Today());
        return Address.Length == 0 ? Redirect("/sign-in") : null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await codes.TakeAsync(Input.Code) is not { } mail || await AccountAsync(mail) is not { IsDisabled: false } account)
        {
            throw new RuleBroken("コードが違うか、期限切れです。5回間違えたら、もう一度送ってください。", "Input.Code");
        }

        await start.EnterAsync(account, Input.OwnDevice);
        return LocalRedirect(this.ReturnUrl("/my"));
    }

    private Task<Account> AccountAsync(string mail) => database.InTransactionAsync(async () =>
    {
        var key = Account.Normalize(mail);
        if (await db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == key && a.Kind == AccountKind.Resident) is { } known)
        {
            return known;
        }

        var account = Account.CreateResident(mail, clock.UtcNow());
        db.Users.Add(account);
        changes.OfAccount(account.Id, account.Id, "メールの確認コードで登録");
        await db.SaveChangesAsync();
        return account;
    }, CancellationToken.None);

    internal sealed class InputModel
    {
        [Display(Name = "確認コード")]
        [StringLength(50)]
        public string Code { get; set; } = "";

        [Display(Name = "自分だけの端末")]
        public bool OwnDevice { get; set; }
    }
}
