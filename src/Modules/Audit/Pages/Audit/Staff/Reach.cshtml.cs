using Kominkan.Audit.Data;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit.Pages.Audit.Staff;

/// <summary>Whose data an account saw from a day to a day: how many people, and who. For the report of a leak within days.</summary>
[Authorize(AuditModule.Read)]
internal sealed class ReachModel(AuditDb db, IAudit audit, SubjectNames names) : PageModel
{
    private const int PageSize = 50;

    private static readonly TableColumn[] Columns = ["氏名", "種類", "ID", "回数", "最初", "最後"];

    public AuditFilter Filter { get; private set; } = null!;

    public string Viewer { get; private set; } = "";

    /// <summary>Different people; the same one on two courses counts once where they are in the register.</summary>
    public int Total { get; private set; }

    public int Entries { get; private set; }

    public int PageNo { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? p, TableFormat? format, CancellationToken cancellation)
    {
        Filter = AuditFilter.Read(Request);
        if (Filter.Account is not { } account)
        {
            return Redirect("/staff/audit/find");
        }

        await audit.SawAsync(new Sight(format is null ? Act.View : Act.Export, "だれの情報を見たか", [new(SubjectKinds.Account, account)]), cancellation);
        var entries = Filter.Apply(db);
        var reached = from e in entries
                      join s in db.Subjects on e.Id equals s.EntryId
                      group e.At by new { s.Kind, s.SubjectId } into seen
                      select new Reached(seen.Key.Kind, seen.Key.SubjectId, seen.Count(), seen.Min(), seen.Max());
        Viewer = (await names.OfAsync([(SubjectKinds.Account, account)], cancellation))[account].Name;
        var all = await reached.ToListAsync(cancellation);
        (Total, Entries) = (all.Count, await entries.CountAsync(cancellation));
        var sorted = all.OrderByDescending(r => r.Last).ThenBy(r => r.Id);
        if (format is { } kind)
        {
            var lines = (await WithNamesAsync(sorted, cancellation)).Select(x => (IReadOnlyList<object?>)[x.Name.Name, names.LabelOf(x.Reached.Kind), x.Reached.Id.ToString(), x.Reached.Times, x.Reached.First, x.Reached.Last]);
            return await this.FileAsync(new Table("見た人", Columns, lines), kind, "見た人", cancellation);
        }

        PageNo = Math.Clamp(p ?? 1, 1, Math.Max(1, Pages));
        Rows = [.. (await WithNamesAsync(sorted.Skip((PageNo - 1) * PageSize).Take(PageSize), cancellation)).Select(x =>
            new Row(x.Name.Name, x.Name.Url, names.LabelOf(x.Reached.Kind), x.Reached.Times, Words.Moment(x.Reached.First), Words.Moment(x.Reached.Last)))];
        return Page();
    }

    private async Task<IEnumerable<(Reached Reached, SubjectName Name)>> WithNamesAsync(IEnumerable<Reached> reached, CancellationToken cancellation)
    {
        var some = reached.ToList();
        var known = await names.OfAsync(some.Select(r => (r.Kind, r.Id)), cancellation);
        return some.Select(r => (r, known[r.Id]));
    }

    internal sealed record Reached(string Kind, Guid Id, int Times, DateTime First, DateTime Last);

    internal sealed record Row(string Name, string? Url, string Kind, int Times, string First, string Last);
}
