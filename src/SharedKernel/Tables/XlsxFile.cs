using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kominkan.SharedKernel.Tables;

/// <summary>The parts of a workbook that all its sheets share.</summary>
internal sealed class XlsxFile : IDisposable
{
    private const int MaxParts = 5_000;
    private const int MaxCell = 32_767;

    private readonly ZipArchive zip;
    private readonly List<string> strings = [];
    private readonly List<bool> dateStyles = [];
    private bool from1904;

    private XlsxFile(ZipArchive zip) => this.zip = zip;

    /// <summary>The sheets that are not hidden, in their order.</summary>
    public List<string> Sheets { get; } = [];

    public static RuleBroken Damaged() => new("Excel ファイルが壊れています。Excel で開いて保存し直してください。");

    /// <exception cref="RuleBroken">It is no workbook, damaged, or unpacks to more than the limits allow.</exception>
    public static XlsxFile Open(string path, TableLimits limits)
    {
        ZipArchive zip;
        try
        {
            zip = ZipFile.OpenRead(path);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }

        var file = new XlsxFile(zip);
        try
        {
            if (zip.Entries.Count > MaxParts || zip.Entries.Sum(e => e.Length) > limits.MaxUnpacked || zip.GetEntry("xl/sharedStrings.xml")?.Length > limits.MaxStrings)
            {
                throw new RuleBroken("Excel ファイルの中身が大きすぎます。必要な行だけを新しいファイルに写して取り込んでください。");
            }

            file.Load();
            return file;
        }
        catch (Exception e)
        {
            file.Dispose();
            throw e is XmlException or InvalidDataException or OverflowException ? Damaged() : e is RuleBroken ? e : new InvalidOperationException("The workbook cannot be read.", e);
        }
    }

    public XmlReader OpenPart(string name) => XmlReader.Create((zip.GetEntry(name) ?? throw Damaged()).Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    /// <summary>The text in an element; without phonetic marks, and with Excel's _x000D_ read as what they stand for.</summary>
    public static string TextOf(XmlReader xml, bool wholeElement)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var chunk = new char[128];
        var depth = xml.Depth;
        var (inText, phonetic) = (wholeElement, int.MaxValue);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth <= phonetic && xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "rPh")
            {
                phonetic = int.MaxValue;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh" && !xml.IsEmptyElement)
            {
                phonetic = xml.Depth;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                inText = !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "t")
            {
                inText = wholeElement;
            }
            else if (inText && phonetic == int.MaxValue && xml.HasValue)
            {
                // Never the whole value at once: one text may be as long as the file.
                while (text.Length < MaxCell && xml.ReadValueChunk(chunk, 0, chunk.Length) is > 0 and var length)
                {
                    text.Append(chunk, 0, length);
                }
            }
        }

        return XlsxText.Decode(text.ToString());
    }

    public object? ValueOf(string? type, string? style, string value)
    {
        switch (type)
        {
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : throw Damaged();
            case "str" or "inlineStr":
                return value;
            case "b":
                return value == "1";
            case "e":
                return new Fault($"Excel のエラー（{value}）があります。直してから取り込んでください。");
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) ? iso : value;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var isDate = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s < dateStyles.Count && dateStyles[s];
        return !isDate || number is < 0 or >= 2_958_466 ? number
            : number < 1 ? TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Min(Math.Round(number * 86_400), 86_399)))
            : new DateTime(1899, 12, 30).AddDays(from1904 ? 1_462 : 0).AddSeconds(Math.Round(number * 86_400));
    }

    public void Dispose() => zip.Dispose();

    private void Load()
    {
        var targets = new Dictionary<string, string>();
        Each("xl/_rels/workbook.xml.rels", xml =>
        {
            if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        });
        Each("xl/workbook.xml", xml =>
        {
            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && xml.GetAttribute("state") is null or "visible" && RelationOf(xml) is { } id && targets.TryGetValue(id, out var part) && zip.GetEntry(part) is not null)
            {
                Sheets.Add(part);
            }
        });
        if (zip.GetEntry("xl/styles.xml") is not null)
        {
            LoadStyles();
        }

        if (zip.GetEntry("xl/sharedStrings.xml") is not null)
        {
            Each("xl/sharedStrings.xml", xml =>
            {
                if (xml.LocalName == "si")
                {
                    strings.Add(TextOf(xml, wholeElement: false));
                }
            });
        }

        static string? RelationOf(XmlReader xml) =>
            xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }

    private void LoadStyles()
    {
        var formats = new Dictionary<int, bool>();
        var inCells = false;
        Each("xl/styles.xml", xml =>
        {
            if (xml.LocalName == "numFmt")
            {
                formats[int.Parse(xml.GetAttribute("numFmtId") ?? "0", CultureInfo.InvariantCulture)] = XlsxText.IsDateFormat(xml.GetAttribute("formatCode") ?? "");
            }
            else if (xml.LocalName is "cellXfs" or "cellStyles" or "cellStyleXfs" or "dxfs")
            {
                inCells = xml.LocalName == "cellXfs";
            }
            else if (inCells && xml.LocalName == "xf")
            {
                var id = int.Parse(xml.GetAttribute("numFmtId") ?? "0", CultureInfo.InvariantCulture);
                // The dates every spreadsheet knows by number: 27 to 36 and 50 to 58 are Japan's.
                dateStyles.Add(formats.TryGetValue(id, out var custom) ? custom : id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58));
            }
        });
    }

    private void Each(string part, Action<XmlReader> element)
    {
        using var xml = OpenPart(part);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element(xml);
            }
        }
    }
}
