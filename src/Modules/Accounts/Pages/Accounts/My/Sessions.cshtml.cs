using Kominkan.Accounts.Data;
using Kominkan.Accounts.Pages.Accounts.Own;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.My;

[Authorize(Doors.Resident)]
internal sealed class SessionsModel(AccountsDb db, SeenSessions seen, TimeProvider clock) : SessionsPage(db, seen, clock)
{
    public override string Address => "/my/sessions";
}
