using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
internal sealed class EndSessionModel(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock) : EndSessionPage(db, database, cache, clock)
{
    public override string Address => "/staff/security/sessions";
}
