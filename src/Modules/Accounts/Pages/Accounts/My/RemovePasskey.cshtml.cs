using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Accounts.Pages.Accounts.Own;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.My;

[Authorize(Doors.Resident)]
internal sealed class RemovePasskeyModel(AccountsDb db, ChangeLog changes, FreshProof fresh) : RemovePasskeyPage(db, changes, fresh)
{
    public override string Address => "/my/security";

    // The mailed code always remains.
    protected override bool MustKeepOne(Account account) => false;
}
