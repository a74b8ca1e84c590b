using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[LimitsGuessing]
internal sealed class PasskeySignInModel(AccountsDb db, Passkeys passkeys, StartSession start) : PasskeySignInPage(db, passkeys, start)
{
    protected override AccountKind Kind => AccountKind.Staff;

    protected override string First => SignInAnswers.FirstPage;

    protected override string NotHere => "職員のパスキーではありません。市民の方は「マイページ」からお入りください。";
}
