using System.Globalization;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Accounts of which the person is the holder, and how they sign in.</summary>
internal sealed class AccountPersonalData(AccountsDb db, IEnumerable<IAfterAccount> modules) : IPersonalData
{
    public string Key => "accounts";

    public string Title => "アカウント";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var found = await db.Users.AsNoTracking().Where(a => person.Accounts.Contains(a.Id)).OrderBy(a => a.CreatedAt).ToListAsync(cancellation);
        return [.. found.Select(a => new PersonalRecord(a.Id, "アカウント",
            [new("利用者ID", a.UserName ?? ""), new("表示名", a.DisplayName), new("メール", a.Email ?? ""), new("作成", Moment(a.CreatedAt)), new("最後のサインイン", a.LastSignInAt is { } last ? Moment(last) : "")]))];
    }

    /// <summary>Nobody signs in with it any more; the id stays for what points at it.</summary>
    public async Task EraseAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation = default)
    {
        await db.Sessions.Where(s => records.Contains(s.AccountId)).ExecuteDeleteAsync(cancellation);
        await db.UserPasskeys.Where(p => records.Contains(p.UserId)).ExecuteDeleteAsync(cancellation);
        await db.UserTokens.Where(t => records.Contains(t.UserId)).ExecuteDeleteAsync(cancellation);
        await db.UserClaims.Where(c => records.Contains(c.UserId)).ExecuteDeleteAsync(cancellation);
        await db.UserLogins.Where(l => records.Contains(l.UserId)).ExecuteDeleteAsync(cancellation);
        foreach (var id in records)
        {
            var name = "erased-" + id.ToString("N");
            await db.Users.Where(a => a.Id == id).ExecuteUpdateAsync(u => u
                .SetProperty(a => a.DisplayName, "（消去済み）").SetProperty(a => a.UserName, name).SetProperty(a => a.NormalizedUserName, name)
                .SetProperty(a => a.Email, (string?)null).SetProperty(a => a.NormalizedEmail, (string?)null).SetProperty(a => a.PhoneNumber, (string?)null)
                .SetProperty(a => a.PasswordHash, (string?)null).SetProperty(a => a.SecurityStamp, Guid.NewGuid().ToString("N")).SetProperty(a => a.IsDisabled, true), cancellation);
        }

        foreach (var module in modules)
        {
            await module.GoneAsync(records, cancellation);
        }
    }

    private static string Moment(DateTime utc) => utc.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>市民のアカウント nobody has come in with for long: their holder may make another one any time.</summary>
internal sealed class OldAccounts(AccountsDb db, AppDatabase database, AccountPersonalData data) : IRetention
{
    private const int Batch = 500;

    public string Key => "accounts.residents";

    public string Label => "使われていない市民のアカウント";

    public int Months => 24;

    public Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => Old(before).CountAsync(cancellation);

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var done = 0;
        while (await Old(before).OrderBy(a => a.Id).Take(Batch).Select(a => a.Id).ToListAsync(cancellation) is { Count: > 0 } some)
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
            done += some.Count;
        }

        return done;
    }

    /// <summary>On a device of one's own one stays signed in; what was erased has no address any more.</summary>
    private IQueryable<Account> Old(DateTime before) => db.Users.Where(a => a.Kind == AccountKind.Resident && a.Email != null && (a.LastSignInAt ?? a.CreatedAt) < before
        && !db.Sessions.Any(s => s.AccountId == a.Id && s.LastSeenAt >= before));
}
