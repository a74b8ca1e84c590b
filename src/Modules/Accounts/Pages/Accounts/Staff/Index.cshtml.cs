using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Staff;

[Authorize(AccountsModule.Manage)]
internal sealed class IndexModel(AccountsDb db, AccessCache cache, FindPlaces places, IAudit audit, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    [FromQuery]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // A city has some hundred accounts: the search folds widths and old kanji, which no database does alike.
        var key = JapaneseText.SearchKey(Query);
        var found = (await db.Users.AsNoTracking().Where(a => a.Kind == AccountKind.Staff).OrderBy(a => a.UserName).Include(a => a.Grants).ToListAsync(cancellation))
            .Where(a => key.Length == 0 || JapaneseText.SearchKey(a.DisplayName + a.UserName).Contains(key, StringComparison.Ordinal)).ToList();
        (Total, Pages) = (found.Count, (found.Count + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Math.Max(Pages, 1));
        await audit.SawAsync("利用者の一覧", found.Skip((P - 1) * PageSize).Take(PageSize).Select(a => a.Id));
        var (roles, where, now) = ((await cache.RolesAsync()).ByKey, await places.OfAsync(found.SelectMany(a => a.Grants)), clock.UtcNow());
        Rows = [.. found.Skip((P - 1) * PageSize).Take(PageSize).Select(a => new Row(
            a.Id,
            a.UserName!,
            a.DisplayName,
            Wording.Roles(a.Grants.Where(g => g.IsValidOn(clock.Today())), roles, where),
            Wording.Instant(a.LastSignInAt),
            Wording.State(a, now)))];
    }

    internal sealed record Row(Guid Id, string Name, string DisplayName, string Roles, string LastSignIn, Status Status);
}
