namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// Reads a table from .csv or .xlsx as a stream. The head is the first of the top rows that holds every column that must
/// be there, or, where none must, the one with most columns: titles and merged cells above it are passed over. Blank rows are left out.
/// </summary>
public sealed class TableReader : IDisposable
{
    private const int TopRows = 20;

    /// <summary>Columns the result file has beside the input's own; a result file can be mended and read again.</summary>
    private static readonly string[] ResultColumns = ["結果", "理由"];

    private readonly ISource source;
    private readonly XlsxFile? workbook;
    private readonly Dictionary<string, int> places;
    private readonly SourceRow head;

    private TableReader(ISource source, XlsxFile? workbook, SourceRow head, Dictionary<string, int> places, TableFormat format, int count)
    {
        (this.source, this.workbook, this.head, this.places, Format, Count) = (source, workbook, head, places, format, count);
        var known = places.Values.ToHashSet();
        Own = [.. Enumerable.Range(0, head.Cells.Length).Where(i => Name(i).Length > 0 && !ResultColumns.Contains(Name(i)))];
        Heads = [.. Own.Select(Name)];
        Unknown = [.. Own.Where(i => !known.Contains(i)).Select(Name)];
    }

    public TableFormat Format { get; }

    /// <summary>Rows with something in them, those above the head and the head itself included: for the progress bar.</summary>
    public int Count { get; }

    /// <summary>The heads as the file has them.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>Heads nobody asked for; their cells are not looked at.</summary>
    public IReadOnlyList<string> Unknown { get; }

    private IReadOnlyList<int> Own { get; }

    /// <param name="path">A file whose name ends in .csv, .txt, .tsv or .xlsx.</param>
    /// <param name="fixedHeads">Heads of a file that has none of its own (<see cref="IImportDataset.FixedHeads"/>).</param>
    /// <param name="chosen">Heads somebody chose, by column (<see cref="ImportOptions.Heads"/>).</param>
    /// <exception cref="RuleBroken">The file is no table, too large, or has no row with the required columns.</exception>
    public static TableReader Open(string path, IReadOnlyList<ImportColumn> columns, TableLimits limits, IReadOnlyList<string>? fixedHeads = null, IReadOnlyDictionary<string, string>? chosen = null)
    {
        var (sources, workbook) = Sources(path, limits);
        try
        {
            return Find(sources, workbook, new TableHeads(columns, fixedHeads ?? [], chosen), limits);
        }
        catch
        {
            workbook?.Dispose();
            throw;
        }
    }

    /// <summary>What a file calls its columns and which of them are known, for somebody to look at before it is read.</summary>
    /// <exception cref="RuleBroken">The file is no table or too large.</exception>
    public static TableLook Look(string path, IReadOnlyList<ImportColumn> columns, TableLimits limits)
    {
        var (sources, workbook) = Sources(path, limits);
        using (workbook)
        {
            return new TableHeads(columns, [], null).Look(sources.SelectMany(s => s.Read().Take(TopRows)));
        }
    }

    private static (IReadOnlyList<ISource> Sources, XlsxFile? Workbook) Sources(string path, TableLimits limits)
    {
        var size = new FileInfo(path).Length;
        if (size == 0)
        {
            throw new RuleBroken("ファイルが空です。");
        }

        if (size > limits.MaxBytes)
        {
            throw new RuleBroken($"ファイルが大きすぎます（{size >> 20:N0} MB）。{limits.MaxBytes >> 20:N0} MB までに分けてください。");
        }

        if (FormatOf(path) == TableFormat.Csv)
        {
            return ([CsvSource.Open(path)], null);
        }

        var workbook = XlsxFile.Open(path, limits);
        return ([.. workbook.Sheets.Select(s => new XlsxSource(workbook, s))], workbook);
    }

    public IEnumerable<TableRow> Rows() => source.Read().Where(r => r.Number > head.Number && !r.IsBlank).Select(r => new TableRow(r, places, Own));

    public void Dispose() => workbook?.Dispose();

    /// <summary>By the name, and the content must agree: a workbook called .csv would be read as rubbish.</summary>
    private static TableFormat FormatOf(string path)
    {
        var start = new byte[8];
        using (var file = File.OpenRead(path))
        {
            file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        var isZip = start.AsSpan().StartsWith("PK\u0003\u0004"u8);
        if (start.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new RuleBroken("古い形式（.xls）か、パスワード付きの Excel ファイルです。パスワードなしの .xlsx で保存し直してください。");
        }

        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".xlsx" when isZip => TableFormat.Xlsx,
            ".xlsx" => throw new RuleBroken("名前は .xlsx ですが、中身が Excel ファイルではありません。"),
            ".csv" or ".txt" or ".tsv" when !isZip => TableFormat.Csv,
            ".csv" or ".txt" or ".tsv" => throw new RuleBroken("名前は CSV ですが、中身は CSV ではありません。Excel ファイルなら、名前の終わりを .xlsx にしてください。"),
            _ => throw new RuleBroken("読み取れるのは .csv と .xlsx です。"),
        };
    }

    private static TableReader Find(IReadOnlyList<ISource> sources, XlsxFile? workbook, TableHeads heads, TableLimits limits)
    {
        List<string>? fewest = null;
        foreach (var source in sources)
        {
            (SourceRow Row, Dictionary<string, int> Places)? best = null;
            foreach (var row in source.Read().Take(TopRows))
            {
                var (places, missing) = heads.PlacesIn(row);
                if (missing.Count == 0 && places.Count > (best?.Places.Count ?? 0))
                {
                    best = (row, places);
                    if (heads.AreCertain)
                    {
                        break;
                    }
                }

                if (fewest is null || missing.Count < fewest.Count)
                {
                    fewest = missing;
                }
            }

            best ??= heads.Fixed(source.Read().Take(TopRows).FirstOrDefault(r => !r.IsBlank));
            if (best is var (head, found))
            {
                var count = source.CountRows(limits.MaxRows + head.Number);
                return count > limits.MaxRows + head.Number
                    ? throw new RuleBroken($"行が多すぎます。一度に取り込めるのは{limits.MaxRows:N0}行までです。ファイルを分けてください。")
                    : new TableReader(source, workbook, head, found, workbook is null ? TableFormat.Csv : TableFormat.Xlsx, count);
            }
        }

        throw heads.NotFound(fewest, TopRows);
    }

    private string Name(int index) => TableText.Of(head.Cells[index]).Trim();
}

/// <summary>A row below the head.</summary>
public sealed class TableRow
{
    private readonly SourceRow row;
    private readonly Dictionary<string, int> places;
    private readonly IReadOnlyList<int> own;

    internal TableRow(SourceRow row, Dictionary<string, int> places, IReadOnlyList<int> own) => (this.row, this.places, this.own) = (row, places, own);

    /// <summary>Row of the sheet or record of the file, from 1.</summary>
    public int Number => row.Number;

    /// <summary>The cells as they stand under <see cref="TableReader.Heads"/>: text, numbers, dates, or null.</summary>
    public IReadOnlyList<object?> Values => [.. own.Select(i => Cell(i) is Fault ? null : Cell(i))];

    /// <summary>Why the row cannot be read, or null: a formula or a spreadsheet's error in a column that was asked for.</summary>
    public string? Fault => places.Where(p => Cell(p.Value) is Fault).OrderBy(p => p.Value).Select(p => $"{p.Key}に{((Fault)Cell(p.Value)!).Sentence}").FirstOrDefault();

    /// <summary>The text of a column, trimmed; empty when the file does not have it.</summary>
    public string Text(string column) => places.TryGetValue(column, out var i) ? TableText.Of(Cell(i)).Trim() : "";

    private object? Cell(int index) => index < row.Cells.Length ? row.Cells[index] : null;
}

public enum TableFormat
{
    /// <summary>UTF-8 with a mark and CRLF, which every spreadsheet opens.</summary>
    Csv,

    /// <summary>CP932, for programs that know nothing else; what it cannot hold is refused, not lost.</summary>
    CsvShiftJis,

    Xlsx,
}
