using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts;

/// <summary>Judges what somebody typed to prove who they are, and counts what was wrong. Outside a transaction: it takes its time.</summary>
internal sealed class CheckPassword(AccountsDb db, AppDatabase database, PasswordChecks checks, TimeProvider clock, ILogger<CheckPassword> log)
{
    /// <summary>A locked or disabled account, and a name nobody has, refuse every password in the same time and words as a wrong one.</summary>
    public async Task<bool> IsRightAsync(Account? account, string password)
    {
        var isRight = checks.IsRight(account, password);
        return account is null ? Refuse(null) : await CountAsync(account, () => isRight);
    }

    /// <summary>The same for a code that is cheap to check: <paramref name="judge"/> sees the account as it is now, and may change it.</summary>
    public async Task<bool> CountAsync(Account account, Func<bool> judge)
    {
        var isRight = await database.InTransactionAsync(async () =>
        {
            await db.LockAsync(account);
            var now = clock.UtcNow();
            if (account.IsLockedAt(now) || account.IsDisabled)
            {
                return false;
            }

            var right = judge();
            if (!right)
            {
                account.CountWrong(now);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return right;
        }, CancellationToken.None);
        return isRight || Refuse(account.Id);
    }

    private bool Refuse(Guid? account)
    {
        log.LogWarning("Sign-in refused: {Account}", account);
        return false;
    }
}
