using Kominkan.Reporting.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>The records that make a figure, each linked to its own page.</summary>
[Authorize(ReportingModule.View)]
internal sealed class RowsModel(FigureRows rows, AnnualReports reports) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(string Name, string? Url, string Hall, string Value, string Known);

    public RowsOf Of { get; private set; } = null!;

    public string Label { get; private set; } = "";

    public string PlaceName { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>See <see cref="RowsFound"/>.</summary>
    public string? Within { get; private set; }

    public string Caption { get; private set; } = "";

    public bool IsShare { get; private set; }

    public IReadOnlyList<FigureDefinition> Parts { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int PageNo { get; private set; }

    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? key, int fiscalYear, int? month, string? hall, string? ward, int? p, CancellationToken cancellation)
    {
        Of = new RowsOf(key ?? "", fiscalYear, month ?? 0, hall, ward);
        if (await rows.FindAsync(Of, cancellation) is not { } found || await NameAsync(cancellation) is not { } name)
        {
            return NotFound();
        }

        var unit = found.Definition.Unit;
        (Label, PlaceName, Parts, Count, IsShare) = (found.Definition.Label, found.Within is { Length: > 0 } within ? $"{name}のうち{within}" : name, found.Parts, found.Rows.Count, found.Definition.Kind == FigureKind.Share);
        Within = found.Within;
        var (total, known) = (found.Rows.Sum(r => r.Value), found.Rows.Sum(r => r.Known));
        Summary = IsShare ? $"{Sentences.Number(total, "人")} ÷ {Sentences.Number(known, "人")}" : Parts.Count > 0 || Within is "" ? "" : $"合計 {Sentences.Number(total, unit)}";
        Pages = (Count + PageSize - 1) / PageSize;
        PageNo = Math.Clamp(p ?? 1, 1, Math.Max(1, Pages));
        Caption = $"{Sentences.Number(Count, "件")}のうち{((PageNo - 1) * PageSize) + 1}件目から{Math.Min(Count, PageNo * PageSize)}件目";
        List<FigureRow> shown = [.. found.Rows.Skip((PageNo - 1) * PageSize).Take(PageSize)];
        var names = await rows.NamesAsync(shown.Select(r => r.Subject), cancellation);
        Rows = [.. shown.Select(r => new Row(
            FigureRows.Name(names, r), names.TryGetValue(r.Subject, out var subject) ? subject.Url : null, r.Hall?.ShortName ?? "－",
            Sentences.Number(r.Value, IsShare ? "人" : unit), Sentences.Number(r.Known, "人")))];
        return Page();
    }

    public string Link(string key) => "/staff/reports/rows" + Query(key);

    public string File(string format) => $"/staff/reports/rows.{format}{Query(Of.Key)}";

    private string Query(string key) => QueryString.Create(new Dictionary<string, string?>
    {
        ["key"] = key,
        ["fiscalYear"] = Of.FiscalYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["month"] = Of.Month == 0 ? null : Of.Month.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["hall"] = Of.Place.Hall,
        ["ward"] = Of.Place.Ward,
    }.Where(q => q.Value is not null)).ToString();

    private async Task<string?> NameAsync(CancellationToken cancellation)
    {
        try
        {
            return await reports.PlaceNameAsync(Of.Place, cancellation);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }
}
