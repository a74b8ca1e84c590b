using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Accounts.Pages.Accounts.Staff;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

/// <summary>Where one is signed in; staff and residents have the same list at an address of their own.</summary>
internal abstract class SessionsPage(AccountsDb db, SeenSessions seen, TimeProvider clock) : PageModel
{
    /// <summary>Of this page; the pages of one session stand below it.</summary>
    public abstract string Address { get; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == User.AccountId(), cancellation);
        var rows = await db.Sessions.AsNoTracking().OpenOf(account, clock.UtcNow()).OrderByDescending(s => s.StartedAt).ToListAsync(cancellation);
        Rows = [.. rows.Select(s => new Row(s.Id, s.Device, Wording.Instant(s.StartedAt), Wording.Instant(Later(s.LastSeenAt, seen.Of(s.Id))), s.Id == User.SessionId()))];
    }

    private static DateTime Later(DateTime written, DateTime? seen) => seen > written ? seen.Value : written;

    internal sealed record Row(Guid Id, string Device, string From, string Seen, bool IsThis);
}
