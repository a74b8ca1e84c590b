using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace Kominkan.Accounts.Pages.Accounts;

[AllowAnonymous]
[OutsideTransaction]
internal sealed class SignOutModel(ILogger<SignOutModel> log) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        log.LogInformation("Signed out: {Account}", User.AccountId());
        return Redirect("/staff/sign-in");
    }
}
