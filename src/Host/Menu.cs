using System.Security.Claims;

namespace Kominkan.Host;

/// <summary>
/// What stands in the band of the staff's pages. It asks <see cref="IGrants"/> and never the authorization service,
/// which would open the request's scope to the halls of whatever was asked last.
/// </summary>
internal sealed class Menu(Modules modules, IGrants grants, IHallDirectory halls)
{
    public const string Today = "staff.today";

    /// <summary>Of the Accounts module, like the one above: the pages are the Host's.</summary>
    public const string Import = "staff.import";

    private static readonly MenuItem TodayItem = new("今日", "/staff", Today, 0);

    /// <summary>Stands in the band when something on its page is the user's.</summary>
    private static readonly MenuItem ManageItem = new("管理", "/staff/manage", Today, 1000);

    /// <summary>The band: everyday's work, and 管理 for the rest.</summary>
    public async Task<IReadOnlyList<MenuItem>> ForStaffAsync(ClaimsPrincipal user)
    {
        var held = await HeldAsync(user);
        return [TodayItem, .. held.Where(i => i.About is null), .. held.Any(i => i.About is not null) ? [ManageItem] : Array.Empty<MenuItem>()];
    }

    /// <summary>What the page 管理 lists for the user.</summary>
    public async Task<IReadOnlyList<MenuItem>> ToManageAsync(ClaimsPrincipal user) => [.. (await HeldAsync(user)).Where(i => i.About is not null)];

    /// <summary>The line of the band that a page belongs to: its own, or 管理.</summary>
    public string? CurrentForStaff(PathString path, MenuItem item) =>
        Current(path, item.Url) ?? (item == ManageItem && modules.Menu.Any(i => i.About is not null && Current(path, i.Url) is not null) ? "true" : null);

    private async Task<List<MenuItem>> HeldAsync(ClaimsPrincipal user)
    {
        var held = new List<MenuItem>();
        foreach (var item in modules.Menu)
        {
            if (item.Permission is { } permission && !(await grants.HallsWhereAsync(user, permission)).IsEmpty)
            {
                held.Add(item);
            }
        }

        return held;
    }

    /// <summary>Where the user works: 全館, the hall's name, or the first of several; null when nowhere.</summary>
    public async Task<string?> PlaceAsync(ClaimsPrincipal user)
    {
        var where = await grants.HallsWhereAsync(user, Today);
        if (where.IsEverywhere)
        {
            return "全館";
        }

        var directory = await halls.GetAsync();
        var own = directory.All.Where(h => where.Halls.Contains(h.Id)).ToList();
        return own.Count switch
        {
            0 => null,
            1 => own[0].ShortName,
            _ => $"{own[0].ShortName} ほか{own.Count - 1}館",
        };
    }

    /// <summary>The value of <c>aria-current</c>: the page itself, or a page below it.</summary>
    public static string? Current(PathString path, string url) =>
        path.Equals(url, StringComparison.OrdinalIgnoreCase) ? "page" : url != "/staff" && path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase) ? "true" : null;
}
