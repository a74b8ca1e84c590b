using System.Globalization;
using System.Xml;

namespace Kominkan.SharedKernel.Tables;

/// <summary>
/// A sheet of an .xlsx workbook, read by hand as a stream: formulas are seen where they stand, Japan's own date formats are
/// dates, and phonetic marks (ふりがな of the spreadsheet) are left out of the text. The library tried first did not do the
/// former two.
/// </summary>
internal sealed class XlsxSource(XlsxFile file, string part) : ISource
{
    private const int MaxColumns = 500;

    public int CountRows(int limit)
    {
        using var xml = file.OpenPart(part);
        var (rows, inRow) = (0, false);
        try
        {
            while (rows <= limit && xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName == "row")
                {
                    inRow = false;
                }
                else if (!inRow && xml.LocalName is "v" or "is")
                {
                    rows++;
                    inRow = true;
                }
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw XlsxFile.Damaged();
        }

        return rows;
    }

    public IEnumerable<SourceRow> Read()
    {
        using var xml = file.OpenPart(part);
        var number = 0;
        while (Advance(xml, "row"))
        {
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            yield return new SourceRow(number, ReadRow(xml));
        }
    }

    private static bool Advance(XmlReader xml, string name)
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw XlsxFile.Damaged();
        }
    }

    private object?[] ReadRow(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return [];
        }

        var cells = new List<object?>();
        try
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                {
                    continue;
                }

                var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
                if (column >= MaxColumns)
                {
                    ReadCell(xml);
                    continue;
                }

                while (cells.Count <= column)
                {
                    cells.Add(null);
                }

                cells[column] = ReadCell(xml);
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw XlsxFile.Damaged();
        }

        return [.. cells];
    }

    /// <summary>Stands on the cell's start tag; ends on its end tag.</summary>
    private object? ReadCell(XmlReader xml)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
        {
            return null;
        }

        string? value = null;
        var formula = false;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "f":
                        formula = true;
                        break;
                    case "v":
                        value = XlsxFile.TextOf(xml, wholeElement: true);
                        break;
                    case "is":
                        value = XlsxFile.TextOf(xml, wholeElement: false);
                        break;
                }
            }
        }

        return formula ? new Fault("数式があります。値として貼り付け直してください。")
            : value is null ? null
            : file.ValueOf(type, style, value);
    }

    /// <summary>From 0: B7 is 1.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (c is < 'A' or > 'Z')
            {
                break;
            }

            column = column * 26 + c - 'A' + 1;
        }

        return column is 0 or > 16_384 ? null : column - 1;
    }
}
