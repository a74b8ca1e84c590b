using System.Security.Claims;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>A staff page about one person in use; others are not found.</summary>
internal abstract class PersonPage(PeopleDb db, IAudit audit, TimeProvider clock) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Person Person { get; private set; } = null!;

    public string Home => $"/staff/people/{Id}";

    public DateOnly Today => DateOnly.FromDateTime(Now.InJapan());

    protected DateTime Now { get; } = clock.UtcNow();

    /// <summary>The page's heading as the audit writes it; no names.</summary>
    protected abstract string What { get; }

    protected PeopleDb Db { get; } = db;

    public virtual async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult?> LoadAsync()
    {
        if (await Db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id) is not { State: PersonState.Active } person)
        {
            return NotFound();
        }

        Person = person;
        await audit.SawAsync(Sight());
        return await LoadMoreAsync();
    }

    /// <summary>How the audit writes it.</summary>
    protected virtual Sight Sight() => new(HttpMethods.IsPost(Request.Method) && ModelState.IsValid ? Act.Change : Act.View, What, [new(SubjectKinds.Person, Id)]);

    protected virtual Task<IActionResult?> LoadMoreAsync() => Task.FromResult<IActionResult?>(null);
}

internal static class StaffClaims
{
    /// <summary>The account of who is signed in.</summary>
    public static Guid? AccountOf(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The name to write beside what they did.</summary>
    public static string NameOf(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? "";
}
