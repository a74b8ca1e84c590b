using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages;

/// <summary>
/// Addresses that are promised to the modules still to come. Routing prefers a literal address, so the pages of such a
/// module win as soon as it exists; what it does not know under its address is then simply not found.
/// </summary>
[AllowAnonymous]
internal sealed class NotBuiltModel(Modules modules) : PageModel
{
    private static readonly Dictionary<string, (string Name, string Meanwhile)> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["rooms"] = ("部屋の空き状況と予約", "お使いになりたい館に電話で問い合わせてください。"),
        ["library"] = ("図書の検索と予約", "お近くの館の図書室に電話で問い合わせてください。"),
        ["self-run-classes"] = ("自主講座", "お近くの館に電話で問い合わせてください。"),
    };

    public string Name { get; private set; } = "";

    public string Meanwhile { get; private set; } = "";

    public IActionResult OnGet(string part, string? rest)
    {
        if (modules.Menu.Any(i => i.Permission is null && i.Url.StartsWith("/" + part, StringComparison.OrdinalIgnoreCase)))
        {
            return NotFound();
        }

        (Name, Meanwhile) = Parts[part];
        Response.StatusCode = StatusCodes.Status404NotFound;
        if (rest is not null && rest.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return new JsonResult(new { status = 404, title = $"{Name}はまだ公開していません。{Meanwhile}" }) { ContentType = "application/problem+json" };
        }

        return Page();
    }
}
