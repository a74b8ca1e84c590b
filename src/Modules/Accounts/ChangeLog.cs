using System.Security.Claims;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts;

/// <summary>Keeps what was done, by whom, beside what was done: same transaction. Afterwards memory forgets what it knew.</summary>
internal sealed class ChangeLog(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock, ILogger<ChangeLog> log)
{
    /// <param name="what">The act in Japanese; no names of people, no codes.</param>
    public void OfAccount(Guid account, ClaimsPrincipal by, string what) => OfAccount(account, by.AccountId(), what);

    public void OfAccount(Guid account, Guid? by, string what)
    {
        db.Changes.Add(Change.OfAccount(account, clock.UtcNow(), by, what));
        database.AfterCommit(() => cache.ForgetAsync(account));
        log.LogInformation("Account {Account} by {By}: {What}", account, by, what);
    }

    /// <param name="what">The act in Japanese.</param>
    public void OfRole(string role, ClaimsPrincipal by, string what)
    {
        db.Changes.Add(Change.OfRole(role, clock.UtcNow(), by.AccountId(), what));
        database.AfterCommit(cache.ForgetRolesAsync);
        log.LogInformation("Role {Role} by {By}: {What}", role, by.AccountId(), what);
    }
}
