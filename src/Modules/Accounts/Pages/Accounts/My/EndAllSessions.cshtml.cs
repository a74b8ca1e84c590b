using Kominkan.Accounts.Data;
using Kominkan.Accounts.Pages.Accounts.Own;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.My;

[Authorize(Doors.Resident)]
internal sealed class EndAllSessionsModel(AccountsDb db, ChangeLog changes) : EndAllSessionsPage(db, changes)
{
    public override string Address => "/my/sessions";

    public override string Door => "/sign-in";
}
