namespace Kominkan.Accounts.Domain;

/// <summary>A named set of permissions. A role nobody has changed holds what the modules propose for it, also in future versions.</summary>
internal sealed class Role
{
    private Role()
    {
    }

    public string Key { get; private init; } = "";

    public string Label { get; private init; } = "";

    public int Order { get; private init; }

    /// <summary>Head office has chosen the permissions; the proposals no longer count.</summary>
    public bool IsChanged { get; private set; }

    public List<RolePermission> Permissions { get; } = [];

    public static IReadOnlyList<object> BuiltIn { get; } =
    [
        new { Key = RoleKeys.HeadOffice, Label = "本部", Order = 10, IsChanged = false },
        new { Key = RoleKeys.HallManager, Label = "館長", Order = 20, IsChanged = false },
        new { Key = RoleKeys.Counter, Label = "窓口", Order = 30, IsChanged = false },
    ];

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

    public void Reset()
    {
        Permissions.Clear();
        IsChanged = false;
    }
}

internal sealed record RolePermission(string RoleKey, string Permission);
