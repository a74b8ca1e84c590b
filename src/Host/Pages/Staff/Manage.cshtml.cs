using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages.Staff;

/// <summary>What is set up and looked after, apart from everyday's work.</summary>
[Authorize(Menu.Today)]
internal sealed class ManageModel(Menu menu) : PageModel
{
    public IReadOnlyList<MenuItem> Items { get; private set; } = [];

    public async Task OnGetAsync() => Items = await menu.ToManageAsync(User);
}
