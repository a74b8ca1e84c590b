using System.Text;

namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// The one place where tables leave the system as files. Numbers and dates are real ones in .xlsx, codes are text there;
/// in .csv an apostrophe goes before any text that a spreadsheet would run as a formula, and <see cref="TableReader"/> takes
/// it away again. Telephone numbers and 番地 keep their value in both.
/// </summary>
public static class TableWriter
{
    /// <summary>The type to send a file with.</summary>
    public static string ContentType(TableFormat format) => format switch
    {
        TableFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        TableFormat.CsvShiftJis => "text/csv; charset=Shift_JIS",
        _ => "text/csv; charset=utf-8",
    };

    public static string Extension(TableFormat format) => format == TableFormat.Xlsx ? ".xlsx" : ".csv";

    public static Task WriteAsync(Stream stream, TableFormat format, Table table, CancellationToken cancellation = default) =>
        WriteAsync(stream, format, [table], cancellation);

    /// <summary>Writes row by row; the stream stays open. A CSV file holds one table only.</summary>
    /// <exception cref="RuleBroken">A text has letters that Shift_JIS does not know, or there are more rows than a sheet holds.</exception>
    public static async Task WriteAsync(Stream stream, TableFormat format, IReadOnlyList<Table> tables, CancellationToken cancellation = default)
    {
        if (format == TableFormat.Xlsx)
        {
            await XlsxWriter.WriteAsync(stream, tables, cancellation);
            return;
        }

        var encoding = format == TableFormat.Csv ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) : CsvSource.Cp932();
        await using var writer = new StreamWriter(stream, encoding, 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        var table = tables.Single();
        var line = new StringBuilder();
        await WriteLineAsync(table.Columns.Select(c => (object?)c.Name));
        await foreach (var row in table.Rows.WithCancellation(cancellation))
        {
            await WriteLineAsync(row);
        }

        async Task WriteLineAsync(IEnumerable<object?> cells)
        {
            line.Clear().AppendJoin(',', cells.Select(c => Quote(c is string text ? TableText.Guard(text.Replace("\0", "", StringComparison.Ordinal)) : TableText.Of(InJapan(c)))));

            if (format == TableFormat.CsvShiftJis && Unknown(encoding, line.ToString()) is { } letter)
            {
                throw new RuleBroken($"「{letter}」は Shift_JIS では書けません。UTF-8 の CSV か Excel で出力してください。");
            }

            await writer.WriteLineAsync(line, cancellation);
        }
    }

    /// <summary>Instants are shown as Japan's clock shows them.</summary>
    internal static object? InJapan(object? value) => value is DateTime { Kind: DateTimeKind.Utc } instant ? instant.InJapan() : value;

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 && text.Trim().Length == text.Length ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Unknown(Encoding encoding, string line)
    {
        try
        {
            encoding.GetByteCount(line);
            return null;
        }
        catch (EncoderFallbackException e)
        {
            return e.CharUnknownHigh != '\0' ? new string([e.CharUnknownHigh, e.CharUnknownLow]) : e.CharUnknown.ToString();
        }
    }
}

/// <summary>A table to be written: in .xlsx one sheet.</summary>
/// <param name="Name">Name of the sheet, at most 31 characters without <c>: \ / ? * [ ]</c>.</param>
/// <param name="Rows">
/// Cells as text, int, long, decimal, double, bool, DateOnly, TimeOnly or DateTime (UTC becomes Japan's time); null is empty.
/// </param>
/// <param name="Title">A line above the head, in .xlsx only.</param>
public sealed record Table(string Name, IReadOnlyList<TableColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows, string? Title = null)
{
    public Table(string name, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<object?>> rows, string? title = null)
        : this(name, columns, rows.ToAsyncEnumerable(), title)
    {
    }
}

/// <param name="Name">The head.</param>
/// <param name="Numbers">How a spreadsheet shows the column's numbers.</param>
public sealed record TableColumn(string Name, NumberStyle Numbers = NumberStyle.Plain)
{
    public static implicit operator TableColumn(string name) => new(name);

    public static TableColumn FromString(string name) => new(name);
}

public enum NumberStyle
{
    /// <summary>2014</summary>
    Plain,

    /// <summary>12,345</summary>
    Thousands,

    /// <summary>0.254 as 25.4%</summary>
    Percent,
}
