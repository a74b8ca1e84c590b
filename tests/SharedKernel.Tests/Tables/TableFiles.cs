using System.IO.Compression;
using System.Text;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.SharedKernel.Tests.Tables;

/// <summary>Files of a test, in a folder that goes with it.</summary>
internal sealed class TableFiles : IDisposable
{
    public static readonly ImportColumn[] Columns = [new("番号", true), new("名前", true, "氏名"), new("人数", false)];

    private readonly string folder = Directory.CreateTempSubdirectory("kominkan-tables-").FullName;

    public static Encoding Cp932
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(932);
        }
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    public string Write(string name, string text, Encoding? encoding = null) => Write(name, (encoding ?? new UTF8Encoding(false)).GetPreamble().Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    /// <summary>A workbook as another program would write it.</summary>
    /// <param name="rows">The rows' XML.</param>
    public string Workbook(string rows, string strings = "", string styles = "", string name = "book.xlsx")
    {
        using var zip = ZipFile.Open(PathOf(name), ZipArchiveMode.Create);
        void Put(string part, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(content);
        }

        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Put("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>""");
        Put("xl/workbook.xml", $"""<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="非表示" sheetId="2" state="hidden" r:id="rId9"/><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Put("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        Put("xl/sharedStrings.xml", $"""<sst xmlns="{main}">{strings}</sst>""");
        Put("xl/styles.xml", $"""<styleSheet xmlns="{main}">{styles}</styleSheet>""");
        Put("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>""");
        return PathOf(name);
    }

    public static TableReader Open(string path, TableLimits? limits = null) => TableReader.Open(path, Columns, limits ?? new());

    public static List<string> Names(string path)
    {
        using var table = Open(path);
        return [.. table.Rows().Select(r => r.Text("名前"))];
    }

    public static string Refusal(Action act) => Assert.Throws<RuleBroken>(act).Message;

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
