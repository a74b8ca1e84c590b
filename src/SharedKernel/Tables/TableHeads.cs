namespace Kominkan.SharedKernel.Tables;

/// <summary>Which cell of a row of heads is which column.</summary>
internal sealed class TableHeads(IReadOnlyList<ImportColumn> columns, IReadOnlyList<string> fixedHeads, IReadOnlyDictionary<string, string>? chosen)
{
    /// <summary>A row with all required columns is the head, and no other needs to be looked at.</summary>
    public bool AreCertain { get; } = chosen is not null || columns.Any(c => c.Required);

    /// <summary>The columns a row has, by index, and the required ones it lacks.</summary>
    /// <exception cref="RuleBroken">One column stands there twice.</exception>
    public (Dictionary<string, int> Places, List<string> Missing) PlacesIn(SourceRow row)
    {
        var heads = HeadsOf(row);
        var places = new Dictionary<string, int>();
        foreach (var column in columns)
        {
            var found = Indexes(heads, column);
            if (found.Count > 1 && chosen is null)
            {
                throw new RuleBroken($"「{column.Name}」の列が{found.Count}つあります。1つにしてください。");
            }

            if (found.Count > 0)
            {
                places[column.Name] = found[0];
            }
        }

        return (places, [.. columns.Where(c => (chosen is null ? c.Required : chosen.GetValueOrDefault(c.Name, "").Length > 0) && !places.ContainsKey(c.Name)).Select(c => c.Name)]);
    }

    /// <summary>The fixed heads, standing above a first row that has as many cells; null when there are none or it has not.</summary>
    public (SourceRow Head, Dictionary<string, int> Places)? Fixed(SourceRow first)
    {
        if (fixedHeads.Count == 0 || first.Cells?.Length != fixedHeads.Count)
        {
            return null;
        }

        var head = new SourceRow(first.Number - 1, [.. fixedHeads]);
        return (head, PlacesIn(head).Places);
    }

    /// <summary>The row most like heads: with the most known columns, else with the most texts.</summary>
    public TableLook Look(IEnumerable<SourceRow> rows)
    {
        var best = rows.Select(r => (Heads: HeadsOf(r), Row: r)).Select(r => (r.Row, Known: columns.Count(c => Indexes(r.Heads, c).Count > 0), Texts: r.Row.Cells.Count(c => c is string { Length: > 0 })))
            .OrderByDescending(r => r.Known).ThenByDescending(r => r.Texts).FirstOrDefault();
        if (best.Texts == 0)
        {
            throw new RuleBroken("見出しの行が見つかりません。1行目に列の名前を書いてください。");
        }

        var heads = HeadsOf(best.Row);
        var names = best.Row.Cells.Select(c => JapaneseText.Clean(string.Join(' ', TableText.Of(c).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).ToList();
        return new TableLook(
            [.. names.Where(n => n.Length > 0).Distinct()],
            columns.Select(c => (c.Name, Found: Indexes(heads, c))).Where(c => c.Found.Count > 0).ToDictionary(c => c.Name, c => names[c.Found[0]]),
            string.Join('\u001F', heads.Where(h => h.Length > 0)));
    }

    public RuleBroken NotFound(List<string>? fewest, int topRows)
    {
        var required = columns.Where(c => c.Required).Select(c => c.Name).ToList();
        return new(chosen is not null && fewest is { Count: > 0 } ? $"選んだ見出しがファイルにありません: {string.Join("、", fewest)}"
            : required.Count == 0 ? $"見出しの行が見つかりません。上から{topRows}行のうちに、列の名前を書いてください。"
            : fewest is null || fewest.Count == required.Count ? $"見出しの行が見つかりません。上から{topRows}行のうちに次の列が要ります: {string.Join("、", required)}"
            : $"次の列がありません: {string.Join("、", fewest)}");
    }

    private List<int> Indexes(List<string> heads, ImportColumn column)
    {
        List<int> Where(Func<string, bool> fits) => [.. Enumerable.Range(0, heads.Count).Where(i => fits(heads[i]))];
        if (chosen is not null)
        {
            return chosen.GetValueOrDefault(column.Name) is { Length: > 0 } head ? Where(h => h == TableText.Head(head)) : [];
        }

        var named = Where(h => h == TableText.Head(column.Name));
        return named.Count > 0 ? named : Where(h => column.Synonyms.Any(s => TableText.Head(s) == h));
    }

    private static List<string> HeadsOf(SourceRow row) => [.. row.Cells.Select(c => TableText.Head(TableText.Of(c)))];
}

/// <summary>A file as it is before it is read.</summary>
/// <param name="Heads">Its heads, each once, in its order.</param>
/// <param name="Found">By column the head that is known to mean it.</param>
/// <param name="Signature">The same for all files of one form.</param>
public sealed record TableLook(IReadOnlyList<string> Heads, IReadOnlyDictionary<string, string> Found, string Signature);
