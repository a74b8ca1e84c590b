using Kominkan.Audit.Data;
using Kominkan.Audit.Domain;
using Kominkan.SharedKernel.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit.Pages.Audit.Staff;

/// <summary>The audit, newest first, narrowed to who saw, who was seen, when and how.</summary>
[Authorize(AuditModule.Read)]
internal sealed class IndexModel(AuditDb db, IAudit audit, SubjectNames names, IHallDirectory halls) : PageModel
{
    private const int PageSize = 50;
    private const int Shown = 5;
    private const int FilePart = 500;

    /// <summary>People named in a cell of a workbook, which holds 32,767 letters; 人数 says how many there were, and the CSV has all.</summary>
    private const int InCell = 400;

    private static readonly TableColumn[] Columns = ["日時", "見た人", "見た人のID", "すること", "画面", "アドレス", "人数", "だれの", "だれの（ID）", "理由", "どこから"];

    public AuditFilter Filter { get; private set; } = null!;

    public string? Viewer { get; private set; }

    public string? Seen { get; private set; }

    public int Total { get; private set; }

    public int PageNo { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? p, TableFormat? format, CancellationToken cancellation)
    {
        Filter = AuditFilter.Read(Request);
        var about = new List<Subject>();
        about.AddRange(Filter.Account is { } viewer ? [new(SubjectKinds.Account, viewer)] : []);
        about.AddRange(Filter.Subject is { } seen && await KindAsync(seen, cancellation) is { } kindOf ? [new(kindOf, seen)] : []);
        await audit.SawAsync(new Sight(format is null ? Act.View : Act.Export, "閲覧記録", about), cancellation);
        var entries = Filter.Apply(db).AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
        Total = await entries.CountAsync(cancellation);
        if (format is { } kind)
        {
            return await this.FileAsync(new Table("閲覧記録", Columns, LinesAsync(entries, kind == TableFormat.Xlsx ? InCell : int.MaxValue, cancellation)), kind, "閲覧記録", cancellation);
        }

        PageNo = Math.Clamp(p ?? 1, 1, Math.Max(1, Pages));
        var shown = await entries.Skip((PageNo - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        Rows = [.. (await WithNamesAsync(shown, Shown, cancellation)).Select(x => new Row(
            Words.Moment(x.Entry.At), x.Entry.AccountId, By(x.Entry), Words.Of(x.Entry.Act), x.Entry.What, x.Who, x.Entry.Count > x.Who.Count ? $"ほか{x.Entry.Count - x.Who.Count}人" : "", x.Entry.Reason ?? "", x.From))];
        var known = await names.OfAsync(about.Select(s => (s.Kind, s.Id)), cancellation);
        Viewer = Filter.Account is { } account ? known[account].Name : null;
        Seen = Filter.Subject is { } subject && known.TryGetValue(subject, out var name) ? name.Name : null;
        return Page();
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> LinesAsync(IQueryable<Entry> entries, int most, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        // On from the last row, not by how many were read: meanwhile others are added, and the job lets old ones go.
        for (var some = await entries.Take(FilePart).ToListAsync(cancellation); some.Count > 0; some = await After(entries, some[^1]).Take(FilePart).ToListAsync(cancellation))
        {
            foreach (var (e, who, from) in await WithNamesAsync(some, most, cancellation))
            {
                yield return [e.At, By(e), e.AccountId?.ToString(), Words.Of(e.Act), e.What, e.Path, e.Count, string.Join("、", who.Select(w => w.Name)), string.Join(' ', who.Select(w => w.Id)), e.Reason, from];
            }
        }
    }

    private static IQueryable<Entry> After(IQueryable<Entry> entries, Entry last) => entries.Where(e => e.At < last.At || (e.At == last.At && e.Id < last.Id));

    private async Task<IEnumerable<(Entry Entry, IReadOnlyList<Who> Who, string From)>> WithNamesAsync(List<Entry> entries, int most, CancellationToken cancellation)
    {
        var ids = entries.Select(e => e.Id).ToList();
        var subjects = (await db.Subjects.AsNoTracking().Where(s => ids.Contains(s.EntryId)).ToListAsync(cancellation)).ToLookup(s => s.EntryId);
        var known = await names.OfAsync(subjects.SelectMany(s => s.Take(most)).Select(s => (s.Kind, s.SubjectId)), cancellation);
        var directory = await halls.GetAsync(cancellation);
        return entries.Select(e => (e, (IReadOnlyList<Who>)[.. subjects[e.Id].Take(most).Select(s => new Who(s.SubjectId, known[s.SubjectId].Name))], e.FromHallId is { } hall ? directory.NameOf(hall) : e.AccountId is null ? "－" : "全館"));
    }

    private Task<string?> KindAsync(Guid subject, CancellationToken cancellation) => db.Subjects.Where(s => s.SubjectId == subject).Select(s => s.Kind).FirstOrDefaultAsync(cancellation);

    private static string By(Entry e) => e.AccountId is null ? "システム" : e.AccountName;

    internal sealed record Who(Guid Id, string Name);

    internal sealed record Row(string At, Guid? Account, string By, string Act, string What, IReadOnlyList<Who> Who, string More, string Reason, string From);
}
