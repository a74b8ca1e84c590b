using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts;

/// <summary>Where whoever has only a password is led, and from where nothing else can be reached.</summary>
[AllowAnonymous]
internal sealed class SetUpModel(FactorOwner owner) : PageModel
{
    public async Task<IActionResult> OnGetAsync() => await owner.FindAsync() is null ? owner.Elsewhere : Page();
}
