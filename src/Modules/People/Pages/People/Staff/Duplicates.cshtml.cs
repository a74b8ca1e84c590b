using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Pairs of records that may be one person's, the strongest reason first, and what was merged lately.</summary>
[Authorize(PeopleModule.Merging)]
internal sealed class DuplicatesModel(PeopleDb db, Veils veils, IAudit audit) : PageModel
{
    public const int Size = 50;

    private const int MergesShown = 20;

    public sealed record Pair(Guid Id, SuspectReason Reason, Guid FirstId, int FirstNumber, PersonDetails First, Guid SecondId, int SecondNumber, PersonDetails Second);

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNo { get; set; } = 1;

    public IReadOnlyList<Pair> Pairs { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + Size - 1) / Size;

    public IReadOnlyList<Merge> Merges { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear(); // what cannot be read in the address is no condition
        var open = db.Suspects.Where(s => s.DifferentAt == null);
        Count = await open.CountAsync();
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, Pages));
        Pairs = await (from s in open
                       join a in db.People on s.FirstId equals a.Id
                       join b in db.People on s.SecondId equals b.Id
                       orderby s.Reason, s.FoundAt, s.Id
                       select new Pair(s.Id, s.Reason, a.Id, a.Number, a.Details, b.Id, b.Number, b.Details)).Skip((PageNo - 1) * Size).Take(Size).ToListAsync();
        var veil = await veils.OfAsync(User);
        Pairs = [.. Pairs.Select(p => p with { First = veil.Over(p.First), Second = veil.Over(p.Second) })];
        Merges = await db.Merges.AsNoTracking().OrderByDescending(m => m.At).ThenBy(m => m.Id).Take(MergesShown).ToListAsync();
        Names = await db.NamesAsync(Merges.Select(m => m.KeptId));
        await audit.SawAsync(Act.View, "同じ方かもしれない記録", Pairs.SelectMany(p => new[] { p.FirstId, p.SecondId }).Concat(Names.Keys));
        return Page();
    }
}
