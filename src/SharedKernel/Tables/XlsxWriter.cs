using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// Writes .xlsx by hand: rare kanji and emoji as themselves, real dates with their format, the same bytes for the same
/// table. The library tried before wrote 𠮷 as two halves and put a drawing where the schema forbids one.
/// </summary>
internal static class XlsxWriter
{
    private const int MaxRows = 1_048_576;
    private const int MaxCell = 32_767;
    private const int RowsMeasured = 50;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>Positions in the cellXfs of <see cref="Styles"/>.</summary>
    private enum Style
    {
        General,
        Text,
        Head,
        Date,
        Time,
        Instant,
        Thousands,
        Percent,
        Title,
    }

    private const string Styles = Declaration + $"""
        <styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/m/d"/><numFmt numFmtId="165" formatCode="yyyy/m/d\ h:mm"/></numFmts><fonts count="3"><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="14"/><name val="游ゴシック"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F1FE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="20" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """;

    public static async Task WriteAsync(Stream stream, IReadOnlyList<Table> tables, CancellationToken cancellation)
    {
        if (!stream.CanSeek)
        {
            // A response must not be written to synchronously, which the end of a zip does.
            await using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
            await WriteAsync(file, tables, cancellation);
            file.Position = 0;
            await file.CopyToAsync(stream, cancellation);
            return;
        }

        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        var numbers = Enumerable.Range(1, tables.Count).ToList();
        await PutAsync(zip, "[Content_Types].xml", $"""{Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}</Types>""", cancellation);
        await PutAsync(zip, "_rels/.rels", $"""{Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""", cancellation);
        await PutAsync(zip, "xl/workbook.xml", $"""{Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="{SecurityElement.Escape(SheetName(tables[n - 1].Name))}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""", cancellation);
        await PutAsync(zip, "xl/_rels/workbook.xml.rels", $"""{Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}<Relationship Id="rId{tables.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""", cancellation);
        await PutAsync(zip, "xl/styles.xml", Styles, cancellation);
        foreach (var number in numbers)
        {
            await using var sheet = new StreamWriter(await Entry(zip, $"xl/worksheets/sheet{number}.xml").OpenAsync(cancellation), new UTF8Encoding(false), 1 << 16);
            await WriteSheetAsync(sheet, tables[number - 1], cancellation);
        }
    }

    private static async Task WriteSheetAsync(StreamWriter sheet, Table table, CancellationToken cancellation)
    {
        await using var rows = table.Rows.GetAsyncEnumerator(cancellation);
        var first = new List<IReadOnlyList<object?>>();
        while (first.Count < RowsMeasured && await rows.MoveNextAsync())
        {
            first.Add(rows.Current);
        }

        var head = table.Title is null ? 1 : 2;
        var text = new StringBuilder($"""{Declaration}<worksheet xmlns="{Main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var width = Math.Clamp(first.Select(r => i < r.Count ? Width(TableText.Of(TableWriter.InJapan(r[i]))) : 0).Append(Width(table.Columns[i].Name)).Max() + 2, 6, 60);
            text.Append(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{width}" customWidth="1"/>""");
        }

        text.Append("</cols><sheetData>");
        var number = 0;
        if (table.Title is not null)
        {
            AppendRow(text, ++number, [table.Title], _ => Style.Title);
        }

        AppendRow(text, ++number, [.. table.Columns.Select(c => c.Name)], _ => Style.Head);
        var styles = table.Columns.Select(c => c.Numbers switch { NumberStyle.Thousands => Style.Thousands, NumberStyle.Percent => Style.Percent, _ => Style.General }).ToArray();
        Style StyleOf(int column) => column < styles.Length ? styles[column] : Style.General;
        foreach (var row in first)
        {
            AppendRow(text, ++number, row, StyleOf);
        }

        while (await rows.MoveNextAsync())
        {
            if (number == MaxRows)
            {
                throw new RuleBroken($"Excel の表に入るのは{MaxRows:N0}行までです。期間を区切るか、CSV で出力してください。");
            }

            AppendRow(text, ++number, rows.Current, StyleOf);
            if (text.Length > 1 << 15)
            {
                await sheet.WriteAsync(text, cancellation);
                text.Clear();
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"""</sheetData><autoFilter ref="A{head}:{Letters(table.Columns.Count - 1)}{number}"/></worksheet>""");
        await sheet.WriteAsync(text, cancellation);
    }

    private static void AppendRow(StringBuilder text, int number, IReadOnlyList<object?> cells, Func<int, Style> style)
    {
        text.Append(CultureInfo.InvariantCulture, $"""<row r="{number}">""");
        for (var i = 0; i < cells.Count; i++)
        {
            AppendCell(text, number, i, TableWriter.InJapan(cells[i]), style(i));
        }

        text.Append("</row>");
    }

    private static void AppendCell(StringBuilder text, int row, int column, object? value, Style style)
    {
        var (content, isText) = value switch
        {
            null or "" => ("", false),
            DateOnly d => (Serial(d.ToDateTime(TimeOnly.MinValue)), false),
            DateTime d => (Serial(d), false),
            TimeOnly t => (Number(t.ToTimeSpan().TotalDays), false),
            TimeSpan t => (Number(t.TotalDays), false),
            bool b => (b ? "1" : "0", false),
            int or long or short or byte or decimal or double or float => (Convert.ToString(value, CultureInfo.InvariantCulture)!, false),
            _ => (TableText.Of(value), true),
        };
        if (content.Length == 0 && !isText)
        {
            return;
        }

        var shown = value switch
        {
            DateOnly => Style.Date,
            DateTime => Style.Instant,
            TimeOnly or TimeSpan => Style.Time,
            bool => Style.General,
            _ when !isText || style is Style.Head or Style.Title => style,
            _ => Style.Text,
        };
        text.Append("<c r=\"").Append(Letters(column)).Append(CultureInfo.InvariantCulture, $"{row}\" s=\"{(int)shown}\"");
        if (!isText)
        {
            text.Append(value is bool ? " t=\"b\"><v>" : "><v>").Append(content).Append("</v></c>");
            return;
        }

        if (content.Length > MaxCell)
        {
            throw new RuleBroken($"Excel のセルに入るのは{MaxCell:N0}文字までです。CSV で出力してください。");
        }

        text.Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(SecurityElement.Escape(XlsxText.Encode(content))).Append("</t></is></c>");
    }

    private static string Serial(DateTime date) => Number((date - new DateTime(1899, 12, 30)).TotalDays);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>Kanji and kana are two columns wide.</summary>
    private static int Width(string text) => text.Sum(c => c >= '\u1100' && c is not (>= '\uFF61' and <= '\uFF9F') ? 2 : 1);

    private static string SheetName(string name)
    {
        var safe = string.Concat(XlsxText.Encode(name).Where(c => !":\\/?*[]'".Contains(c, StringComparison.Ordinal)));
        return safe.Length == 0 ? "Sheet" : safe[..Math.Min(safe.Length, 31)];
    }

    private static async Task PutAsync(ZipArchive zip, string name, string content, CancellationToken cancellation)
    {
        await using var part = await Entry(zip, name).OpenAsync(cancellation);
        await part.WriteAsync(Encoding.UTF8.GetBytes(content), cancellation);
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }
}
