using Kominkan.Accounts.Data;
using Kominkan.Accounts.Pages.Accounts.Own;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.My;

[Authorize(Doors.Resident)]
internal sealed class EndSessionModel(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock) : EndSessionPage(db, database, cache, clock)
{
    public override string Address => "/my/sessions";
}
