using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Accounts.Pages.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Checks a new passkey and adds it to its owner's.</summary>
internal sealed class KeepPasskey(AccountsDb db, Passkeys passkeys, UserManager<Account> users, ChangeLog changes)
{
    /// <exception cref="RuleBroken">The name is missing or too long, there are too many already, or the device's answer is wrong.</exception>
    public async Task DoAsync(Account account, NewPasskeyInputModel input)
    {
        var name = JapaneseText.Clean(input.Name);
        if (JapaneseText.Length(name) is 0 or > Passkeys.LongestName)
        {
            throw new RuleBroken($"名前を1字から{Passkeys.LongestName}字で入力してください。", "Input.Name");
        }

        await db.LockAsync(account);
        if (await db.Passkeys.CountAsync(p => p.UserId == account.Id) >= Passkeys.Most)
        {
            throw new RuleBroken($"パスキーは{Passkeys.Most}個までです。使わないものを消してください。");
        }

        var passkey = await passkeys.TakeNewAsync(account, input.State, input.Credential, name);
        account.AddedPasskey();
        changes.OfAccount(account.Id, account.Id, "パスキーを追加");
        await users.AddOrUpdatePasskeyAsync(account, passkey);
        await db.SaveChangesAsync();
    }
}
