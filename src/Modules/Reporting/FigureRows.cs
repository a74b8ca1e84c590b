using Kominkan.Reporting.Domain;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.Reporting;

/// <summary>Which figure, of which period and place: the query of the page of rows.</summary>
/// <param name="Month">1 to 12, or 0 for the year.</param>
internal sealed record RowsOf(string Key, int FiscalYear, int Month, string? Hall, string? Ward)
{
    public ClosingPeriod Period => new(new FiscalYear(FiscalYear), Month);

    public Place Place => new(string.IsNullOrEmpty(Hall) ? null : Hall, string.IsNullOrEmpty(Ward) ? null : Ward);
}

/// <summary>One record a figure is made of.</summary>
/// <param name="Known">Of a share: all whose sex or age is known.</param>
internal sealed record FigureRow(Guid Subject, HallRef? Hall, long Value, long Known);

/// <param name="Within">The halls of the place whose records the user may see, where those are not all; empty when there is none.</param>
internal sealed record RowsFound(RowsOf Of, FigureDefinition Definition, IReadOnlyList<FigureRow> Rows, IReadOnlyList<FigureDefinition> Parts, string? Within = null);

/// <summary>Finds the records behind a figure, within the halls the user may see.</summary>
internal sealed class FigureRows(AnnualReports reports, IEnumerable<IFigures> modules, IHallDirectory directory, HallScope scope)
{
    /// <summary>The rows in the order of halls, the largest first; null when there is no such figure.</summary>
    public async Task<RowsFound?> FindAsync(RowsOf of, CancellationToken cancellation)
    {
        if (!of.Period.IsPossible || (await reports.BookAsync(of.Period.Year, cancellation)) is not { } book || book.Find(of.Key) is not { } definition)
        {
            return null;
        }

        var halls = await directory.GetAsync(cancellation);
        var parts = definition.PartKeys.Select(book.Find).OfType<FigureDefinition>().ToList();
        if (definition.Kind is FigureKind.Halls or FigureKind.Branches)
        {
            var listed = halls.All.Where(h => h.ParentId is not null == (definition.Kind == FigureKind.Branches) && IsIn(h, of.Place));
            return new(of, definition, [.. listed.Select(h => new FigureRow(h.Id, h, 1, 0))], parts);
        }

        var order = halls.All.Select((h, n) => (h.Id, n)).ToDictionary(h => h.Id, h => h.n);
        var rows = await CountAsync(definition, of, halls, cancellation);
        return new(of, definition, [.. rows.OrderBy(r => r.Hall is null ? int.MaxValue : order[r.Hall.Id]).ThenByDescending(r => r.Value).ThenBy(r => r.Subject)], parts, Within(halls, of.Place));
    }

    /// <summary>Names and addresses of subjects, from whichever module knows them.</summary>
    public async Task<IReadOnlyDictionary<Guid, FigureSubject>> NamesAsync(IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var names = new Dictionary<Guid, FigureSubject>();
        foreach (var chunk in ids.Chunk(500))
        {
            foreach (var module in modules)
            {
                foreach (var subject in await module.SubjectsAsync(chunk, cancellation))
                {
                    names[subject.Id] = subject;
                }
            }
        }

        return names;
    }

    public async Task<Table> TableAsync(RowsFound found, CancellationToken cancellation)
    {
        var names = await NamesAsync(found.Rows.Select(r => r.Subject), cancellation);
        var share = found.Definition.Kind == FigureKind.Share;
        IReadOnlyList<TableColumn> columns = ["館番号", "館", "名称", new(share ? "該当する人数" : found.Definition.Label, NumberStyle.Thousands), .. share ? (TableColumn[])[new("分かる人数", NumberStyle.Thousands)] : []];
        return new Table(found.Of.Period.Name, columns, found.Rows.Select(r => (IReadOnlyList<object?>)
            [r.Hall?.No, r.Hall?.ShortName, Name(names, r), r.Value, .. share ? (object?[])[r.Known] : []]), $"{found.Definition.Label}（{found.Of.Period.Name}{(found.Within is null ? "" : "、担当の館の分")}）");
    }

    public static string Name(IReadOnlyDictionary<Guid, FigureSubject> names, FigureRow row) =>
        names.TryGetValue(row.Subject, out var subject) ? subject.Title : row.Hall?.Id == row.Subject ? row.Hall.Name : "（名称なし）";

    /// <summary>館の名: one, or the first of several.</summary>
    private string? Within(HallDirectory halls, Place place)
    {
        var all = halls.All.Where(h => IsIn(h, place)).ToList();
        var seen = all.Where(h => scope.Contains(h.Id)).ToList();
        return seen.Count == all.Count ? null : seen.Count switch { 0 => "", 1 => seen[0].ShortName, _ => $"{seen[0].ShortName}ほか{seen.Count - 1}館" };
    }

    private async Task<IEnumerable<FigureRow>> CountAsync(FigureDefinition definition, RowsOf of, HallDirectory halls, CancellationToken cancellation)
    {
        var counted = new Dictionary<(Guid Subject, Guid Hall), (long Value, long Known)>();
        var meaning = definition.Meaning;
        foreach (var module in definition.Kind is FigureKind.Sum or FigureKind.Share ? modules : [])
        {
            await foreach (var figure in module.InPeriodAsync(of.Period.Days, cancellation))
            {
                if (!meaning.Counts(figure) || (!of.Place.IsCity && (halls.Find(figure.HallId) is not { } hall || !IsIn(hall, of.Place))))
                {
                    continue;
                }

                var share = meaning.Kind == FigureKind.Share;
                if (share && !meaning.IsKnown(figure.Breakdown))
                {
                    continue;
                }

                var (value, known) = counted.GetValueOrDefault((figure.Subject, figure.HallId));
                counted[(figure.Subject, figure.HallId)] = (value + (share && !meaning.IsInside(figure.Breakdown) ? 0 : figure.Value), known + (share ? figure.Value : 0));
            }
        }

        return counted.Select(c => new FigureRow(c.Key.Subject, halls.Find(c.Key.Hall), c.Value.Value, c.Value.Known));
    }

    private static bool IsIn(HallRef hall, Place place) => (place.Hall is null || place.Hall == hall.No) && (place.Ward is null || place.Ward == hall.Ward);
}
