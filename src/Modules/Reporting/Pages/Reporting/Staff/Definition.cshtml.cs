using Kominkan.Reporting.Data;
using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>The versions of one figure's meaning, and a form for the next.</summary>
[Authorize(ReportingModule.Close)]
internal sealed class DefinitionModel(ReportingDb db, IEnumerable<IFigures> modules, MeaningWords words, TimeProvider clock, HallScope scope) : PageModel, IFormPage
{
    public sealed record Version(string Since, string Words, string? Note);

    private List<FigureDefinition> versions = [];

    public static IReadOnlyList<Choice> Kinds => [.. Enum.GetValues<FigureKind>().Select(k => new Choice(k.ToString(), MeaningWords.Of(k)))];

    public static IReadOnlyList<Choice> Genders => [.. SharedKernel.AgeBands.Genders.Where(g => g != SharedKernel.AgeBands.Unknown).Select(g => new Choice(g, g))];

    public static IReadOnlyList<Choice> Ages => [.. SharedKernel.AgeBands.All.Where(b => b != SharedKernel.AgeBands.Unknown).Select(b => new Choice(b, b))];

    public IReadOnlyList<Choice> Measures => [.. modules.SelectMany(m => m.Measures).DistinctBy(m => m.Key).Select(m => new Choice(m.Key, $"{m.Label}（{m.Unit}）"))];

    [BindProperty]
    public DefinitionInput Input { get; set; } = new();

    [FromRoute]
    public string Key { get; set; } = "";

    public string Label { get; private set; } = "";

    public bool MayChange => scope.IsEverywhere;

    public IReadOnlyList<Version> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        Input = DefinitionInput.Of(versions[^1], FiscalYear.Of(clock.Today()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        if (!MayChange)
        {
            return NotFound();
        }

        var (meaning, all) = (Input.Meaning(), await db.Definitions.ToListAsync());
        new KnownNames(modules, all).Demand(meaning);
        var (label, note) = (JapaneseText.Clean(Input.Label), string.IsNullOrWhiteSpace(Input.Note) ? null : JapaneseText.Clean(Input.Note));
        if (versions.Find(v => v.ValidFromYear == Input.FromYear) is { } same)
        {
            same.Change(label, meaning, note, Input.ToYear);
        }
        else
        {
            all.Add(db.Definitions.Add(versions[^1].From(Input.FromYear!.Value, label, meaning, note, Input.ToYear)).Entity);
        }

        FigureBook.DemandNoCircle(Key, all);
        await db.SaveChangesAsync();
        Notice.Say(Response, $"{label}の数え方を保存しました。");
        return Redirect($"/staff/reports/definitions/{Key}");
    }

    public async Task<IActionResult?> LoadAsync()
    {
        versions = await db.Definitions.Where(d => d.Key == Key).OrderBy(d => d.ValidFromYear).ToListAsync();
        if (versions.Count == 0)
        {
            return NotFound();
        }

        Label = versions[^1].Label;
        Versions = [.. versions.Select(v => new Version(MeaningWords.Since(v), words.Of(v), v.Note))];
        return null;
    }
}
