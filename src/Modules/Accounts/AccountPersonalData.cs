using System.Globalization;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Accounts of which the person is the holder, those with a mail address of theirs that nobody else holds, and how they sign in.</summary>
internal sealed class AccountPersonalData(AccountsDb db, AppDatabase database, AccessCache cache, IEnumerable<IPersonTraits> people) : IPersonalData
{
    public string Key => "accounts";

    public string Title => "アカウント";

    public async Task<IReadOnlyList<PersonalRecord>> FindAsync(PersonTraits person, CancellationToken cancellation = default)
    {
        var mails = person.Mails.Except(person.Shared).Select(Account.Normalize).ToList();
        var found = await db.Users.AsNoTracking().Where(a => person.Accounts.Contains(a.Id) || (a.Kind == AccountKind.Resident && a.NormalizedEmail != null && mails.Contains(a.NormalizedEmail))).OrderBy(a => a.CreatedAt).ToListAsync(cancellation);
        foreach (var register in people)
        {
            // A child's record may have the address its mother signs in with.
            var others = await register.HeldAsync([.. found.Select(a => a.Id).Except(person.Accounts)], cancellation);
            found.RemoveAll(a => others.Contains(a.Id));
        }

        return [.. found.Select(a => new PersonalRecord(a.Id, "アカウント",
            [new("利用者ID", a.UserName ?? ""), new("表示名", a.DisplayName), new("メール", a.Email ?? ""), new("作成", Moment(a.CreatedAt)), new("最後のサインイン", a.LastSignInAt is { } last ? Moment(last) : "")])
        {
            Mail = a.Email,
        })];
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
            database.AfterCommit(() => cache.ForgetAsync(id));
            var name = "erased-" + id.ToString("N");
            await db.Users.Where(a => a.Id == id).ExecuteUpdateAsync(u => u
                .SetProperty(a => a.DisplayName, "（消去済み）").SetProperty(a => a.UserName, name).SetProperty(a => a.NormalizedUserName, name)
                .SetProperty(a => a.Email, (string?)null).SetProperty(a => a.NormalizedEmail, (string?)null).SetProperty(a => a.PhoneNumber, (string?)null)
                .SetProperty(a => a.PasswordHash, (string?)null).SetProperty(a => a.SecurityStamp, Guid.NewGuid().ToString("N")).SetProperty(a => a.IsDisabled, true), cancellation);
        }
    }

    private static string Moment(DateTime utc) => utc.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>
/// 市民のアカウント of nobody on record, with which nobody has come in for so long: let go of. Whoever comes again begins anew.
/// Those of a family are kept as long as its records.
/// </summary>
internal sealed class OldAccounts(AccountsDb db, AppDatabase database, AccountPersonalData data, IEnumerable<IPersonTraits> people) : IRetention
{
    private const int Batch = 500;

    public string Key => "accounts.residents";

    public string Label => "家族の登録がない、使われていない市民のアカウント";

    public int Months => 36;

    public async Task<int> CountAsync(DateTime before, CancellationToken cancellation = default) => (await OldAsync(before, cancellation)).Count;

    public async Task<int> ApplyAsync(DateTime before, CancellationToken cancellation = default)
    {
        var old = await OldAsync(before, cancellation);
        foreach (var some in old.Chunk(Batch))
        {
            await database.InTransactionAsync(() => data.EraseAsync(some, cancellation), cancellation);
        }

        return old.Count;
    }

    private async Task<IReadOnlyList<Guid>> OldAsync(DateTime before, CancellationToken cancellation)
    {
        var old = await db.Users.Where(a => a.Kind == AccountKind.Resident && !a.IsDisabled && (a.LastSignInAt ?? a.CreatedAt) < before).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellation);
        foreach (var register in people)
        {
            old = [.. old.Except(await register.HeldAsync(old, cancellation))];
        }

        return old;
    }
}
