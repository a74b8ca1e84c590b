using System.ComponentModel.DataAnnotations;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Kominkan.People.Import;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People.Pages.People.Staff;

/// <summary>Step 2 of 3: which column of the file is what; then the file is tried, and nothing taken.</summary>
[Authorize(PeopleModule.Manage)]
[OutsideTransaction] // the trial has a transaction of its own, which it rolls back
internal sealed class ImportMappingModel(PeopleDb db, ReadRoster read) : PageModel, IFormPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public RosterFile Roster { get; private set; } = null!;

    public IReadOnlyList<string> Columns { get; } = [.. read.Columns.Select(c => c.Name)];

    public IEnumerable<Choice> Heads => Roster.HeadList.Select(h => new Choice(h, h));

    public async Task<IActionResult> OnGetAsync()
    {
        var result = await LoadAsync();
        if (result is null)
        {
            var heads = (await MappingAsync()).Heads;
            Input.Heads = [.. Columns.Select(c => new InputModel.HeadInput { Column = c, Head = heads.GetValueOrDefault(c, "") })];
        }

        return result ?? Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        var chosen = Input.Heads.Where(h => Columns.Contains(h.Column) && Roster.HeadList.Contains(h.Head)).DistinctBy(h => h.Column).ToDictionary(h => h.Column, h => h.Head!);
        if (!chosen.ContainsKey(PeopleDataset.Name_) && !chosen.ContainsKey(PeopleDataset.Family))
        {
            throw new RuleBroken("氏名か姓の列を選んでください。", "Input.Heads[0].Head");
        }

        var mapping = await MappingAsync();
        mapping.Remember(chosen);
        await db.SaveChangesAsync();
        var (report, result) = await read.RunAsync(Roster, mapping, take: false, acceptValid: false, HttpContext.RequestAborted);
        // The trial has let go of everything the context knew.
        var file = await db.RosterFiles.SingleAsync(f => f.Id == Id);
        file.Tried(result, ReadRoster.CountsOf(report));
        await db.SaveChangesAsync();
        return Redirect($"/staff/people/import/{Id}/check");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        if (await db.RosterFiles.SingleOrDefaultAsync(f => f.Id == Id && f.TakenAt == null) is not { } file)
        {
            return NotFound();
        }

        Roster = file;
        Input.Heads = [.. Columns.Select(c => Input.Heads.Find(h => h.Column == c) ?? new() { Column = c })];
        return null;
    }

    private Task<RosterMapping> MappingAsync() => db.RosterMappings.SingleAsync(m => m.Signature == Roster.Signature);

    public sealed class InputModel
    {
        [MaxLength(100)]
        public List<HeadInput> Heads { get; set; } = [];

        public sealed class HeadInput
        {
            public string Column { get; set; } = "";

            public string? Head { get; set; }
        }
    }
}
