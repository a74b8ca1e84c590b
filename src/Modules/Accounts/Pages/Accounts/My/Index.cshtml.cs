using Kominkan.Accounts.Pages.Accounts.Staff;
using Kominkan.Notifications.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts.My;

/// <summary>A resident's own things by date, what the city has told them, and the pages about themselves.</summary>
[Authorize(Doors.Resident)]
internal sealed class IndexModel(IEnumerable<IMyThings> modules, IEnumerable<MyLink> links, IMessages messages, HallScope scope) : PageModel
{
    private const int Most = 20;

    public List<MyThing> Things { get; } = [];

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    public IEnumerable<MyLink> Links => links.OrderBy(l => l.Order);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        // Everything is asked for in the name of the account: one's own things lie in any hall.
        scope.OpenEverywhere();
        var account = User.ResidentId()!.Value;
        foreach (var module in modules)
        {
            Things.AddRange(await module.OfAsync(account, cancellation));
        }

        Things.Sort((a, b) => (a.Date ?? DateOnly.MinValue, a.From ?? TimeOnly.MinValue).CompareTo((b.Date ?? DateOnly.MinValue, b.From ?? TimeOnly.MinValue)));
        Messages = [.. (await messages.OfAccountAsync(account, cancellation)).Take(Most).Select(m => new MessageRow(m.Title, m.Body, Wording.Instant(m.At), m.LinkPath, m.LinkLabel, m.Language.Code()))];
    }

    internal sealed record MessageRow(string Title, string Body, string At, string? Link, string? LinkLabel, string Lang);
}
