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

    public async Task<IReadOnlyList<MenuItem>> ForStaffAsync(ClaimsPrincipal user)
    {
        var held = new List<MenuItem>();
        foreach (var item in modules.Menu.Prepend(TodayItem))
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
