using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
internal sealed class EndAllSessionsModel(AccountsDb db, ChangeLog changes) : EndAllSessionsPage(db, changes)
{
    public override string Address => "/staff/security/sessions";

    public override string Door => "/staff/sign-in";
}
