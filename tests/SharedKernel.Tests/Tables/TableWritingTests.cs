using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.SharedKernel.Tests.Tables;

public sealed class TableWritingTests : IDisposable
{
    private static readonly string[] Dangerous = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋cmd", "－A1", "＠x", " =1", "'=1"];
    private static readonly string[] Harmless = ["-5", "+81-96-000-0000", "-3-12", "090-0000-0001", "0120", "+5,000", "−5", "ー", "a=b", "花子", "'花子'"];

    private readonly TableFiles files = new();

    public static TheoryData<string> DangerousTexts => [.. Dangerous];

    public static TheoryData<string> HarmlessTexts => [.. Harmless];

    public static TheoryData<string> AllTexts => [.. Dangerous, .. Harmless, "𠮷髙橋葛󠄀が👨‍👩‍👧〜－", "a\"b,c\nd", "_x000D_", " 前後 "];

    [Theory]
    [MemberData(nameof(DangerousTexts))]
    public async Task A_text_that_a_spreadsheet_would_run_gets_an_apostrophe_in_csv(string text)
    {
        var line = (await CsvAsync(text)).Split("\r\n", 2)[1];
        Assert.StartsWith("'", line.TrimStart('"'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HarmlessTexts))]
    public async Task Telephone_numbers_house_numbers_and_words_keep_their_value(string text) =>
        Assert.Equal($"番号,名前\r\n{(text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text)},x\r\n", await CsvAsync(text));

    [Theory]
    [MemberData(nameof(AllTexts))]
    public async Task What_is_written_is_read_again_to_the_letter(string text)
    {
        foreach (var format in (TableFormat[])[TableFormat.Csv, TableFormat.Xlsx])
        {
            var path = await WriteAsync(format, [text, "x"]);
            using var table = TableFiles.Open(path);
            Assert.Equal(text.Replace('\r', format == TableFormat.Xlsx ? '\n' : '\r'), table.Rows().Single().Values[0]);
        }
    }

    [Property]
    public bool Every_text_comes_back_from_behind_its_apostrophe(string? text) => text is null || TableText.Unguard(TableText.Guard(text)) == text;

    [Fact]
    public async Task Numbers_and_dates_are_real_ones_in_xlsx_and_codes_are_text()
    {
        var path = await WriteAsync(TableFormat.Xlsx, ["001", 12, new DateOnly(2014, 4, 1), new TimeOnly(9, 30), 1.5m, true, new DateTime(2014, 4, 1, 0, 30, 0, DateTimeKind.Utc)]);
        using (var table = TableFiles.Open(path))
        {
            Assert.Equal(["001", 12.0, new DateTime(2014, 4, 1), new TimeOnly(9, 30), 1.5, true, new DateTime(2014, 4, 1, 9, 30, 0)], table.Rows().Single().Values);
        }

        using var zip = ZipFile.OpenRead(path);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains("""<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">001</t></is></c><c r="B2" s="0"><v>12</v></c><c r="C2" s="3"><v>41730</v></c>""", xml, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DangerousTexts))]
    public async Task Formulas_are_text_in_xlsx(string text)
    {
        using var zip = ZipFile.OpenRead(await WriteAsync(TableFormat.Xlsx, [text, "x"]));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.DoesNotContain("<f>", xml, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_table_is_the_same_bytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(await WriteAsync(TableFormat.Xlsx, ["a", 1])), await File.ReadAllBytesAsync(await WriteAsync(TableFormat.Xlsx, ["a", 1])));

    [Fact]
    public async Task Shift_jis_refuses_what_it_cannot_hold_instead_of_losing_it()
    {
        Assert.Equal("番号,名前\r\n髙橋①,x\r\n", TableFiles.Cp932.GetString(await File.ReadAllBytesAsync(await WriteAsync(TableFormat.CsvShiftJis, ["髙橋①", "x"]))));
        foreach (var letter in (string[])["𠮷", "é", "〜"])
        {
            var refused = await Assert.ThrowsAsync<RuleBroken>(() => WriteAsync(TableFormat.CsvShiftJis, [letter, "x"]));
            Assert.StartsWith($"「{letter}」は Shift_JIS では書けません。", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Csv_is_utf_8_with_a_mark()
    {
        var bytes = await File.ReadAllBytesAsync(await WriteAsync(TableFormat.Csv, ["花", new DateOnly(2014, 4, 1), 1.5, null, new TimeOnly(9, 0)]));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.EndsWith("\r\n花,2014-04-01,1.5,,09:00\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_xml_cannot_hold_is_left_out()
    {
        using var table = TableFiles.Open(await WriteAsync(TableFormat.Xlsx, ["a\0\u0001b\uD800", "x"]));
        Assert.Equal("ab", table.Rows().Single().Text("番号"));
    }

    public void Dispose() => files.Dispose();

    private async Task<string> CsvAsync(string text) => (await File.ReadAllTextAsync(await WriteAsync(TableFormat.Csv, [text, "x"]))).TrimStart('\uFEFF');

    private async Task<string> WriteAsync(TableFormat format, IReadOnlyList<object?> row)
    {
        var path = files.PathOf("out" + TableWriter.Extension(format));
        await using var file = File.Create(path);
        await TableWriter.WriteAsync(file, format, new Table("表", [.. row.Select((_, i) => new TableColumn(i == 0 ? "番号" : i == 1 ? "名前" : $"列{i}"))], [row]));
        return path;
    }
}
