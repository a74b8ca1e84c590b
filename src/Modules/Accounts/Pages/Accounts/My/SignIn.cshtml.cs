using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Accounts.Pages.Accounts.My;

/// <summary>Registers, signs in and recovers: whoever reads the mail may come in.</summary>
[AllowAnonymous]
[LimitsGuessing("Input.Mail")]
internal sealed class SignInModel(MailCodes codes) : PageModel, IFormPage
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(null);

    public IActionResult OnGet() => User.ResidentId() is not null && !Request.Query.ContainsKey("returnUrl") ? Redirect("/my") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await codes.SendAsync(Input.Mail);
        return Redirect("/sign-in/code" + Request.QueryString);
    }

    internal sealed class InputModel
    {
        [Display(Name = "メールアドレス")]
        [StringLength(320)]
        public string Mail { get; set; } = "";
    }
}
