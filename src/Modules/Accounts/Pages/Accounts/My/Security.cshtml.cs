using Kominkan.Accounts.Data;
using Kominkan.Accounts.Pages.Accounts.Own;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Accounts.Pages.Accounts.My;

[Authorize(Doors.Resident)]
internal sealed class SecurityModel(AccountsDb db) : PageModel
{
    public string Mail { get; private set; } = "";

    public bool HasPassword { get; private set; }

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == User.AccountId(), cancellation);
        (Mail, HasPassword) = (account.Email!, account.PasswordHash is not null);
        Passkeys = await PasskeyRow.OfAsync(db, account.Id, cancellation);
    }
}
