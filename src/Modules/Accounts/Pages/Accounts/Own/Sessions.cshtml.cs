using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
internal sealed class SessionsModel(AccountsDb db, SeenSessions seen, TimeProvider clock) : SessionsPage(db, seen, clock)
{
    public override string Address => "/staff/security/sessions";
}
