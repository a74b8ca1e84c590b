using Kominkan.Accounts.Data;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.My;

[AllowAnonymous]
internal sealed class SignOutModel(AccountsDb db, AppDatabase database, AccessCache cache, TimeProvider clock) : SignOutPage(db, database, cache, clock)
{
    protected override string Door => "/";
}
