using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.Own;

[Authorize(Doors.Staff)]
internal sealed class RemovePasskeyModel(AccountsDb db, ChangeLog changes, FreshProof fresh, StaffSecondFactor factor) : RemovePasskeyPage(db, changes, fresh)
{
    public override string Address => "/staff/security";

    protected override bool MustKeepOne(Account account) => factor.IsRequired && !account.HasTotp;
}
