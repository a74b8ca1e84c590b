using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>Four invented colleagues to try the system with.</summary>
internal sealed class SampleAccounts(AccountsDb db, PasswordChecks checks, IHallDirectory halls, TimeProvider clock) : ISampleLife
{
    public const string Password = "ashita-no-manabi-no-niwa";

    public static readonly IReadOnlyList<(string Name, string Role, string DisplayName, string RoleKey)> All =
    [
        ("honbu", "本部", "佐藤 恵", RoleKeys.HeadOffice),
        ("honbu02", "本部（承認する人）", "高橋 学", RoleKeys.HeadOffice),
        ("kancho01", "館長（中央公民館）", "田中 誠", RoleKeys.HallManager),
        ("madoguchi01", "窓口（中央公民館）", "山本 由美", RoleKeys.Counter),
    ];

    public int Order => 20;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        if (await db.Users.AnyAsync(cancellation))
        {
            return;
        }

        var now = clock.UtcNow();
        var hash = checks.Hash(Password);
        var hall = (await halls.GetAsync(cancellation)).FindByNo("1")?.Id;
        foreach (var (name, _, displayName, role) in All)
        {
            var account = Account.Create(name, displayName, now);
            account.SetPassword(hash);
            var scope = role == RoleKeys.HeadOffice ? ScopeKind.City : hall is null ? ScopeKind.Ward : ScopeKind.Hall;
            account.Grants.Add(Grant.Make(account.Id, role, new GrantScope(scope, hall, "中央区"), today.AddMonths(-6), null));
            db.Users.Add(account);
            db.Changes.Add(Change.OfAccount(account.Id, now, null, "見本の利用者として作成"));
        }

        await db.SaveChangesAsync(cancellation);
    }
}
