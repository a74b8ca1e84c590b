using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts;

/// <summary>What waits at head office: grants somebody else has asked for.</summary>
internal sealed class AccountsToday(AccountsDb db, IHttpContextAccessor http) : IToday
{
    public Task<IReadOnlyList<TodayEvent>> EventsAsync(DateOnly date, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<TodayEvent>>([]);

    public async Task<IReadOnlyList<WaitingWork>> WaitingAsync(DateOnly today, CancellationToken cancellation)
    {
        var me = http.HttpContext?.User.AccountId();
        var waiting = await db.Grants.CountAsync(g => g.State == GrantState.Proposed && g.ProposedBy != me && g.AccountId != me, cancellation);
        return [new("承認を待つ権限", "/staff/grants", waiting, AccountsModule.Manage)];
    }
}
