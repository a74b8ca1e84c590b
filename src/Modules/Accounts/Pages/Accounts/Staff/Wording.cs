using System.Globalization;
using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

/// <summary>How accounts and grants are put into words.</summary>
internal static class Wording
{
    /// <summary>Whose account a damaged row still names.</summary>
    public const string GoneAccount = "なくなった利用者";

    private const string GoneHall = "なくなった館";

    /// <summary>R8.11.23 14:05</summary>
    public static string Instant(DateTime? utc) => utc?.InJapan() is { } time
        ? $"{DateOnly.FromDateTime(time).Short()} {time.ToString("H:mm", CultureInfo.InvariantCulture)}"
        : "－";

    public static string Day(DateOnly? day) => day?.Short() ?? "期限なし";

    public static Status State(Account account, DateTime now) =>
        account.IsDisabled ? new Status("停止中", Tone.Bad)
        : account.IsLockedAt(now) ? new Status("一時停止（間違い10回）", Tone.Warn)
        : account.PasswordHash is null ? new Status("パスワード未設定", Tone.Warn)
        : new Status("使用中", Tone.Ok);

    public static string Where(Grant grant, Places places) => grant.Scope switch
    {
        ScopeKind.City => "全館",
        ScopeKind.Ward => grant.Ward ?? "なくなった区",
        ScopeKind.Own => grant.SubjectId is { } subject ? places.Subjects.GetValueOrDefault(subject, "－") : "なくなった担当",
        _ => grant.HallId is { } hall ? places.Halls.Find(hall)?.ShortName ?? GoneHall : GoneHall,
    };

    public static string Role(Grant grant, IReadOnlyDictionary<string, Role> roles, Places places) =>
        $"{(roles.TryGetValue(grant.RoleKey, out var role) ? role.Label : "なくなった役割")}（{Where(grant, places)}）";

    public static string Roles(IEnumerable<Grant> grants, IReadOnlyDictionary<string, Role> roles, Places places) =>
        string.Join("、", grants.Select(g => Role(g, roles, places))) is { Length: > 0 } words ? words : "なし";

    public static Status State(Grant grant, DateOnly today) =>
        grant.State == GrantState.Proposed ? new Status("承認待ち", Tone.Warn)
        : grant.State == GrantState.Refused ? new Status("却下", Tone.Bad)
        : today < grant.ValidFrom ? new Status("これから", Tone.Off)
        : grant.IsValidOn(today) ? new Status("有効", Tone.Ok)
        : new Status("終了", Tone.Off);
}
