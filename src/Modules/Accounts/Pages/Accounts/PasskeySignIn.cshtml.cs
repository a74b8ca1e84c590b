using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Guessing)]
internal sealed class PasskeySignInModel(AccountsDb db, Passkeys passkeys, StartSession start) : PasskeySignInPage(db, passkeys, start)
{
    protected override AccountKind Kind => AccountKind.Staff;

    protected override string First => SignInAnswers.FirstPage;

    protected override string NotHere => "職員のパスキーではありません。市民の方は「マイページ」からお入りください。";
}
