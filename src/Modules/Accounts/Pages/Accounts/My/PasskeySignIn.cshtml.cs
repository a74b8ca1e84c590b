using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts.My;

[AllowAnonymous]
[LimitsGuessing]
internal sealed class PasskeySignInModel(AccountsDb db, Passkeys passkeys, StartSession start) : PasskeySignInPage(db, passkeys, start)
{
    protected override AccountKind Kind => AccountKind.Resident;

    protected override string First => "/my";

    protected override string NotHere => "市民の方のパスキーではありません。職員の方は「職員の方」からお入りください。";
}
