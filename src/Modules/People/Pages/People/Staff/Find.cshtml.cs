using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>人をさがす: one box for everything one may know of somebody. The words travel in a sealed cookie, never in the address.</summary>
[Authorize(PeopleModule.Find)]
[OutsideTransaction] // nothing is written: looking must not wait behind who saves
internal sealed class FindModel(PeopleDb db, FindPeople find, SearchBox box, Veils veils, IAudit audit, TimeProvider clock, IGrants grants) : PageModel, IFormPage
{
    [BindProperty]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNo { get; set; } = 1;

    public Found Found { get; private set; } = Found.Nothing;

    public Veil Veil { get; private set; } = Veil.None;

    public DateOnly Today { get; } = clock.Today();

    public bool MayManage { get; private set; }

    public bool MayDecide { get; private set; }

    /// <summary>Pairs that may be one person's, for who may merge them.</summary>
    public int Suspects { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        Q = box.Read(HttpContext);
        return await LoadAsync() ?? Page();
    }

    public IActionResult OnPost()
    {
        box.Keep(HttpContext, "/staff/people", Q);
        return Redirect("/staff/people");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        Found = await find.FindAsync(Q, PageNo, HttpContext.RequestAborted);
        if (!string.IsNullOrWhiteSpace(Q))
        {
            await audit.SawAsync(Act.Search, "人をさがす", Found.Rows.Select(r => r.Id));
        }

        Veil = await veils.OfAsync(User);
        Found = Found with { Rows = [.. Found.Rows.Select(r => r with { Details = Veil.Over(r.Details) })] };
        MayManage = !(await grants.HallsWhereAsync(User, PeopleModule.Manage)).IsEmpty;
        MayDecide = !(await grants.HallsWhereAsync(User, PeopleModule.Purposes)).IsEmpty;
        Suspects = (await grants.HallsWhereAsync(User, PeopleModule.Merging)).IsEmpty ? 0 : await db.Suspects.CountAsync(s => s.DifferentAt == null);
        return null;
    }

    public static Status? StatusOf(PersonState state) => state == PersonState.Merged ? new Status("統合済み", Tone.Off) : null;
}
