using Kominkan.Privacy.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Privacy.Pages.Privacy.Staff;

/// <summary>Each class of data, how long it is kept, and what the next run would let go of: nothing is done here.</summary>
[Authorize(PrivacyModule.Requests)]
internal sealed class RetentionModel(RetentionRules rules, PrivacyDb db, TimeProvider clock) : PageModel
{
    public List<Row> Rows { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        foreach (var data in rules.Classes)
        {
            var later = await db.Rules.AsNoTracking().Where(r => r.Key == data.Key && r.ValidFrom > today).OrderBy(r => r.ValidFrom).ToListAsync(cancellation);
            var last = await db.Runs.AsNoTracking().Where(r => r.Key == data.Key).OrderByDescending(r => r.At).FirstOrDefaultAsync(cancellation);
            Rows.Add(new Row(
                data.Key,
                data.Label,
                await rules.MonthsAsync(data, today, cancellation),
                later.Count == 0 ? "－" : string.Join("、", later.Select(r => $"{r.ValidFrom.Short()}から{r.Months}か月")),
                await data.CountAsync(await rules.BeforeAsync(data, today, cancellation), cancellation),
                last is null ? "－" : $"{DateOnly.FromDateTime(last.At.InJapan()).Short()}（{last.Records}件）"));
        }
    }

    internal sealed record Row(string Key, string Label, int Months, string Later, int Due, string Last);
}
