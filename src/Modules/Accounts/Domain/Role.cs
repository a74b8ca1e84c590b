namespace Kominkan.Accounts.Domain;

/// <summary>A named set of permissions. A role nobody has changed holds what the modules propose for it, also in future versions.</summary>
internal sealed class Role
{
    public const int LongestLabel = 20;

    private const int OwnFrom = 1000;

    private Role()
    {
    }

    public string Key { get; private init; } = "";

    public string Label { get; private set; } = "";

    public int Order { get; private init; }

    /// <summary>Head office has chosen the permissions; the proposals no longer count.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Made by head office: no module proposes anything for it.</summary>
    public bool IsOwn => Order >= OwnFrom;

    public List<RolePermission> Permissions { get; } = [];

    private static readonly (string Key, string Label)[] Roles =
    [
        (RoleKeys.HeadOffice, "本部"), (RoleKeys.HallManager, "館長"), (RoleKeys.Counter, "窓口"),
        (RoleKeys.Librarian, "図書室"), (RoleKeys.ChildrensHall, "児童館"), (RoleKeys.Scheduler, "計画担当"), (RoleKeys.WardOffice, "区役所"),
        (RoleKeys.Administrator, "システム管理"), (RoleKeys.Auditor, "監査"), (RoleKeys.Instructor, "講師"), (RoleKeys.Representative, "サークル代表"),
        (RoleKeys.ClassLeader, "家庭教育学級の代表"), (RoleKeys.VolunteerCoordinator, "ボランティア調整"),
    ];

    public static IEnumerable<string> BuiltInKeys => Roles.Select(r => r.Key);

    public static IReadOnlyList<object> BuiltIn => [.. Roles.Select((r, i) => new { r.Key, r.Label, Order = 10 * (i + 1), IsChanged = false })];

    /// <summary>A role of the city's own, empty at first.</summary>
    /// <exception cref="RuleBroken">The name is missing or too long.</exception>
    public static Role New(string label) => new() { Key = "own-" + Guid.CreateVersion7().ToString("N"), Label = CheckLabel(label), Order = OwnFrom, IsChanged = true };

    /// <exception cref="RuleBroken">The name is missing or too long.</exception>
    public void Rename(string label) => Label = CheckLabel(label);

    public bool Holds(Permission permission) =>
        IsChanged ? Permissions.Any(p => p.Permission == permission.Key) : permission.DefaultRoles.Contains(Key);

    /// <exception cref="RuleBroken">Head office would lose the key to this page.</exception>
    public void Choose(IReadOnlyCollection<string> permissions)
    {
        if (Key == RoleKeys.HeadOffice && !permissions.Contains(AccountsModule.Manage))
        {
            throw new RuleBroken("本部から「利用者と権限を管理する」は外せません。");
        }

        Permissions.RemoveAll(p => !permissions.Contains(p.Permission));
        Permissions.AddRange(permissions.Except(Permissions.Select(p => p.Permission)).Select(p => new RolePermission(Key, p)).ToList());
        IsChanged = true;
    }

    /// <exception cref="RuleBroken">No module proposes anything for a role of the city's own.</exception>
    public void Reset()
    {
        if (IsOwn)
        {
            throw new RuleBroken("本部が作った役割には初期値がありません。");
        }

        Permissions.Clear();
        IsChanged = false;
    }

    private static string CheckLabel(string label)
    {
        label = JapaneseText.Clean(label);
        return JapaneseText.Length(label) is > 0 and <= LongestLabel ? label
            : throw new RuleBroken($"役割の名前を{LongestLabel}字までで入力してください。", "Input.Label");
    }
}

internal sealed record RolePermission(string RoleKey, string Permission);
