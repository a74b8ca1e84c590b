using System.IO.Compression;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.SharedKernel.Tests.Tables;

public sealed class XlsxReadingTests : IDisposable
{
    private const string Head = """<row r="1"><c r="A1" t="inlineStr"><is><t>番号</t></is></c><c r="B1" t="inlineStr"><is><t>名前</t></is></c><c r="C1" t="inlineStr"><is><t>人数</t></is></c></row>""";

    private readonly TableFiles files = new();

    [Fact]
    public void Shared_texts_are_read_without_their_phonetic_marks_and_with_all_their_runs()
    {
        var path = files.Workbook(
            """<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row><row r="4"><c r="A4"><v>7</v></c><c r="C4" t="s"><v>2</v></c></row>""",
            """<si><t>番号</t><rPh sb="0" eb="2"><t>バンゴウ</t></rPh><phoneticPr fontId="1"/></si><si><t>名前</t></si><si><r><t>髙</t></r><r><t xml:space="preserve">橋 </t></r><r><t>𠮷</t></r><rPh sb="0" eb="1"><t>タカハシ</t></rPh></si>""");
        using var table = TableFiles.Open(path);
        Assert.Equal([(4, "7", "髙橋 𠮷")], table.Rows().Select(r => (r.Number, r.Text("番号"), r.Text("名前"))));
    }

    [Theory]
    [InlineData("14", "41730", "2014-04-01")]
    [InlineData("31", "41730", "2014-04-01")]
    [InlineData("57", "41730", "2014-04-01")]
    [InlineData("170", "41730", "2014-04-01")]
    [InlineData("20", "0.395833333333333", "09:30")]
    [InlineData("22", "41730.3958333333", "2014-04-01 09:30")]
    [InlineData("0", "41730", "41730")]
    [InlineData("171", "12", "12")]
    [InlineData("0", "1.5", "1.5")]
    [InlineData("0", "1E3", "1000")]
    public void Dates_in_japans_formats_are_dates_and_numbers_are_numbers(string format, string value, string text)
    {
        var path = files.Workbook(
            Head + $"""<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>{value}</v></c></row>""",
            styles: $"""<numFmts><numFmt numFmtId="170" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="{format}"/></cellXfs>""");
        Assert.Equal([text], TableFiles.Names(path));
    }

    [Fact]
    public void Formulas_and_the_spreadsheets_errors_are_refused_where_they_stand()
    {
        using var table = TableFiles.Open(files.Workbook(Head
            + """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>A2&amp;"x"</f><v>1x</v></c></row>"""
            + """<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>5</v></c><c r="C3" t="e"><v>#N/A</v></c></row>"""
            + """<row r="4"><c r="A4"><v>3</v></c><c r="B4"><v>5</v></c><c r="D4"><f>1+1</f><v>2</v></c></row>"""));
        Assert.Equal(["名前に数式があります。値として貼り付け直してください。", "人数にExcel のエラー（#N/A）があります。直してから取り込んでください。", null], table.Rows().Select(r => r.Fault));
    }

    [Fact]
    public void A_file_that_unpacks_to_a_gigabyte_is_refused_without_unpacking_it()
    {
        var path = files.PathOf("bomb.xlsx");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 600; i++)
            {
                part.Write(zeros);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("Excel ファイルの中身が大きすぎます。", TableFiles.Refusal(() => TableFiles.Open(path)), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5 << 20);
    }

    [Fact]
    public async Task More_rows_than_allowed_are_refused()
    {
        await using (var file = File.Create(files.PathOf("many.xlsx")))
        {
            var rows = Enumerable.Range(1, 1001).Select(i => (IReadOnlyList<object?>)[i, "花子"]);
            await TableWriter.WriteAsync(file, TableFormat.Xlsx, new Table("表", ["番号", "名前"], rows));
        }

        Assert.StartsWith("行が多すぎます。", TableFiles.Refusal(() => TableFiles.Open(files.PathOf("many.xlsx"), new TableLimits(MaxRows: 1000))), StringComparison.Ordinal);
        using var table = TableFiles.Open(files.PathOf("many.xlsx"), new TableLimits(MaxRows: 1001));
        Assert.Equal(1001, table.Rows().Count());
    }

    [Theory]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></row>""")]
    [InlineData("""<row r="2"><c r="A2" t="s"><v>99</v></c></row>""")]
    public void Damaged_xml_is_refused_with_a_sentence(string row)
    {
        var path = files.Workbook(Head + row);
        Assert.StartsWith("Excel ファイルが壊れています。", TableFiles.Refusal(() =>
        {
            using var table = TableFiles.Open(path);
            _ = table.Rows().Count();
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_workbook_and_an_old_one_are_refused()
    {
        var path = files.Workbook(Head);
        var bytes = File.ReadAllBytes(path);
        Assert.StartsWith("Excel ファイルが壊れています。", TableFiles.Refusal(() => TableFiles.Open(files.Write("half.xlsx", bytes[..(bytes.Length / 2)]))), StringComparison.Ordinal);
        Assert.StartsWith("古い形式（.xls）", TableFiles.Refusal(() => TableFiles.Open(files.Write("old.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))), StringComparison.Ordinal);
        Assert.StartsWith("名前は CSV ですが", TableFiles.Refusal(() => TableFiles.Open(files.Write("book.csv", bytes))), StringComparison.Ordinal);
    }

    public void Dispose() => files.Dispose();
}
