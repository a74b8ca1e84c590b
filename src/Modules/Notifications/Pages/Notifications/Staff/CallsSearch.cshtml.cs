using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Notifications.Pages.Notifications.Staff;

/// <summary>Narrows the 連絡表: way and hall stand in its address, a name is kept sealed.</summary>
[Authorize(NotificationsModule.Calls)]
[OutsideTransaction] // nothing is written: looking must not wait behind who saves
internal sealed class CallsSearchModel(SearchBox box) : PageModel, IFormPage
{
    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? Hall { get; set; }

    [BindProperty]
    public string? Q { get; set; }

    public IActionResult OnGet() => Redirect("/staff/calls");

    public IActionResult OnPost()
    {
        box.Keep(HttpContext, "/staff/calls", Q);
        return Redirect("/staff/calls" + QueryString.Create(new Dictionary<string, string?> { ["by"] = By, ["hall"] = Hall }.Where(q => q.Value is { Length: > 0 and <= 20 })));
    }

    public Task<IActionResult?> LoadAsync() => Task.FromResult<IActionResult?>(Redirect("/staff/calls"));
}
