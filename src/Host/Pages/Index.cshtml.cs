using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host.Pages;

/// <summary>The residents' front page: three ways in, then what the modules bring.</summary>
[AllowAnonymous]
[PublicPage("courses", "halls")]
internal sealed class IndexModel(IHallDirectory halls, IEnumerable<IHomeSection> sections) : PageModel
{
    /// <summary>Halls without their branches.</summary>
    public int Halls { get; private set; }

    public List<(string View, object Data)> Sections { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Halls = (await halls.GetAsync(cancellation)).All.Count(h => h.ParentId is null);
        foreach (var section in sections.OrderBy(s => s.Order))
        {
            Sections.Add((section.View, await section.LoadAsync(cancellation)));
        }
    }
}
