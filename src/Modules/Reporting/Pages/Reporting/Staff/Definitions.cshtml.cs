using Kominkan.Reporting.Domain;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>What every figure means this year; head office changes it on the page of the figure.</summary>
[Authorize(ReportingModule.Close)]
internal sealed class DefinitionsModel(AnnualReports reports, MeaningWords words, TimeProvider clock) : PageModel
{
    public sealed record Row(string Section, string Key, string Label, string Unit, string Words, string Since);

    public FiscalYear Year { get; private set; }

    public IReadOnlyList<IGrouping<string, Row>> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Year = FiscalYear.Of(clock.Today());
        var book = await reports.BookAsync(Year, cancellation);
        Sections = [.. book.All.Select(d => new Row(d.IsPrinted ? d.Section : "合計の部品（印刷しません）", d.Key, d.Label, d.Unit, words.Of(d), MeaningWords.Since(d))).GroupBy(r => r.Section)];
    }
}
