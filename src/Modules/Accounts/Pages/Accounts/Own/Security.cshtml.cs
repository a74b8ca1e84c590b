using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.Own;

/// <summary>How one signs in oneself: password, app, passkeys, devices.</summary>
[Authorize(Doors.Staff)]
internal sealed class SecurityModel(AccountsDb db, TimeProvider clock) : PageModel
{
    public bool HasTotp { get; private set; }

    public int CodesLeft { get; private set; }

    public int Sessions { get; private set; }

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().Include(a => a.RecoveryCodes).SingleAsync(a => a.Id == User.AccountId(), cancellation);
        (HasTotp, CodesLeft) = (account.HasTotp, account.RecoveryCodes.Count(r => r.UsedAt is null));
        Sessions = await db.Sessions.OpenOf(account, clock.UtcNow()).CountAsync(cancellation);
        Passkeys = await PasskeyRow.OfAsync(db, account.Id, cancellation);
    }
}
