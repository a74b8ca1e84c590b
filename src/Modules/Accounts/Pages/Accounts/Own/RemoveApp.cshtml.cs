using Kominkan.Accounts.Data;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
internal sealed class RemoveAppModel(AccountsDb db, ChangeLog changes, FreshProof fresh, StaffSecondFactor factor) : PageModel, IFormPage
{
    public Task<IActionResult?> LoadAsync() => fresh.AskAsync();

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var account = await db.Users.Include(a => a.RecoveryCodes).SingleAsync(a => a.Id == User.AccountId());
        await db.LockAsync(account);
        if (factor.IsRequired && !await db.Passkeys.AnyAsync(p => p.UserId == account.Id))
        {
            throw new RuleBroken("最後の2段階目はやめられません。先にパスキーを作ってください。");
        }

        account.RemoveTotp();
        changes.OfAccount(account.Id, User, "認証アプリをやめる");
        await db.SaveChangesAsync();
        Notice.Say(Response, "認証アプリをやめました。");
        return Redirect("/staff/security");
    }
}
