using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts;

internal static class SignInAnswers
{
    public const string FirstPage = "/staff";

    /// <summary>Where the user wanted to go, if that is a page of ours.</summary>
    /// <param name="first">Otherwise here.</param>
    public static string ReturnUrl(this PageModel page, string first = FirstPage) =>
        page.Request.Query["returnUrl"] is [{ Length: > 0 } url] && page.Url.IsLocalUrl(url) ? url : first;

    public static IActionResult TooBusy(this PageModel page)
    {
        page.ModelState.AddModelError("", PasswordChecks.Busy);
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = "10";
        return page.Page();
    }
}
