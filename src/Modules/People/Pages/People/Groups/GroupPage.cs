using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Pages.People.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.People.Pages.People.Groups;

/// <summary>A staff page about one group.</summary>
internal abstract class GroupPage(PeopleDb db, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Group Group { get; private set; } = null!;

    /// <summary>Names of everybody who is or was on the roster.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public string Home => $"/staff/groups/{Id}";

    public DateOnly Today => DateOnly.FromDateTime(Now.InJapan());

    protected DateTime Now { get; } = clock.UtcNow();

    /// <summary>The page's heading as the audit writes it; no names.</summary>
    protected abstract string What { get; }

    protected PeopleDb Db { get; } = db;

    protected string Clerk => User.NameOf();

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.GroupAsync(Id) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        await audit.SawAsync(HttpMethods.IsPost(Request.Method) && ModelState.IsValid ? Act.Change : Act.View, What, group);
        Names = await Db.NamesAsync([.. group.Members.Select(m => m.PersonId), .. group.Events.SelectMany(e => new[] { e.PersonId, e.FormerId }).OfType<Guid>()]);
        return await LoadMoreAsync();
    }

    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);
}
