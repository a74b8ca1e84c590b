using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

internal abstract class RemovePasskeyPage(AccountsDb db, ChangeLog changes, FreshProof fresh) : PageModel, IFormPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";

    public abstract string Address { get; }

    /// <summary>Whether the account would be left without what it must have.</summary>
    protected abstract bool MustKeepOne(Account account);

    public async Task<IActionResult?> LoadAsync()
    {
        if (await fresh.AskAsync() is { } ask)
        {
            return ask;
        }

        var passkey = await FindAsync();
        Name = passkey?.Data.Name ?? "";
        return passkey is null ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var account = await db.Users.SingleAsync(a => a.Id == User.AccountId());
        await db.LockAsync(account);
        if (MustKeepOne(account) && await db.Passkeys.CountAsync(p => p.UserId == account.Id) == 1)
        {
            throw new RuleBroken("最後の2段階目は消せません。先に別のパスキーか認証アプリを用意してください。");
        }

        db.Passkeys.Remove((await FindAsync())!);
        changes.OfAccount(account.Id, User, "パスキーを削除");
        await db.SaveChangesAsync();
        Notice.Say(Response, "パスキーを消しました。");
        return Redirect(Address);
    }

    private async Task<IdentityUserPasskey<Guid>?> FindAsync() =>
        PasskeyKey.Read(Key) is { } id ? await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == id && p.UserId == User.AccountId()) : null;
}
