using System.Text;
using Kominkan.SharedKernel.Tables;

namespace Kominkan.SharedKernel.Tests.Tables;

public sealed class CsvReadingTests : IDisposable
{
    private const string Text = "番号,名前,人数\r\n1,髙橋 花子,12\r\n2,𠮷野,3\r\n";
    private const string TextOfWindows = "番号,名前,人数\r\n1,髙橋 花子①,12\r\n";

    private readonly TableFiles files = new();

    public static TheoryData<string> Unicodes => ["utf-8", "utf-8 marked", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Unicodes))]
    public void Every_unicode_is_read_to_the_letter(string name)
    {
        var encoding = name switch { "utf-8" => new UTF8Encoding(false), "utf-8 marked" => new UTF8Encoding(true), _ => Encoding.GetEncoding(name) };
        Assert.Equal(["髙橋 花子", "𠮷野"], TableFiles.Names(files.Write("a.csv", Text, encoding)));
    }

    [Fact]
    public void Shift_jis_is_read_as_windows_means_it() =>
        Assert.Equal(["髙橋 花子①"], TableFiles.Names(files.Write("a.csv", TextOfWindows, TableFiles.Cp932)));

    [Fact]
    public void Half_width_kana_in_shift_jis_are_not_taken_for_utf_8() =>
        Assert.Equal(["ﾃｽﾄ"], TableFiles.Names(files.Write("a.csv", "番号,名前\r\n1,ﾃｽﾄ\r\n", TableFiles.Cp932)));

    [Fact]
    public void A_broken_letter_in_utf_8_is_refused_with_its_row()
    {
        var bytes = Encoding.UTF8.GetBytes("番号,名前\n1,花子\n2,太?郎\n3,次郎\n");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        Assert.StartsWith("3行目に UTF-8 として読めない", TableFiles.Refusal(() => TableFiles.Open(files.Write("a.csv", bytes))), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_in_any_encoding_are_refused_with_their_row()
    {
        var bytes = TableFiles.Cp932.GetBytes("番号,名前\n1,花子\n2,太?郎\n");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;
        Assert.StartsWith("3行目に UTF-8 としても Shift_JIS としても", TableFiles.Refusal(() => TableFiles.Open(files.Write("a.csv", bytes))), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_letter_of_utf_16_is_refused()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("番号,名前\n1,"), 0x00, 0xD8, 0x41, 0x00];
        Assert.Contains("壊れています", TableFiles.Refusal(() => TableFiles.Open(files.Write("a.csv", bytes))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_is_found_under_titles_in_any_order_with_unknown_columns_told()
    {
        using var table = TableFiles.Open(files.Write("a.csv", "令和8年度 名簿,,\n,,\n備考, 氏　名 ,番号\nx,花子,１\n,,\n,太郎,2\n"));
        Assert.Equal(["備考"], table.Unknown);
        Assert.Equal([(4, "花子", "１"), (6, "太郎", "2")], table.Rows().Select(r => (r.Number, r.Text("名前"), r.Text("番号"))));
        Assert.Equal("", table.Rows().First().Text("人数"));
    }

    [Theory]
    [InlineData("番号,人数\n1,2\n", "次の列がありません: 名前")]
    [InlineData("甲,乙\n1,2\n", "見出しの行が見つかりません。上から20行のうちに次の列が要ります: 番号、名前")]
    [InlineData("番号,名前,名前\n1,2,3\n", "「名前」の列が2つあります。1つにしてください。")]
    public void Missing_and_double_columns_are_named(string text, string sentence) =>
        Assert.Equal(sentence, TableFiles.Refusal(() => TableFiles.Open(files.Write("a.csv", text))));

    [Fact]
    public void Tabs_and_quotes_and_line_ends_in_cells_are_read() =>
        Assert.Equal(["山田, \"太郎\"\n様"], TableFiles.Names(files.Write("a.tsv", "番号\t名前\n1\t\"山田, \"\"太郎\"\"\n様\"\n")));

    [Fact]
    public void A_quote_that_never_closes_is_refused_instead_of_swallowing_the_file()
    {
        var path = files.Write("a.csv", "番号,名前\n1,\"花子\n" + string.Concat(Enumerable.Repeat("2,太郎\n", 20_000)));
        using var table = TableFiles.Open(path);
        Assert.Contains("引用符", TableFiles.Refusal(() => _ = table.Rows().Count()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("番号,名前\n1,\"花子\n2,太郎\n")]
    [InlineData("番号,名前\n1,\"花\"子\n2,太郎\n")]
    public void A_quote_at_the_wrong_place_is_refused(string text)
    {
        using var table = TableFiles.Open(files.Write("a.csv", text));
        Assert.Contains("引用符", TableFiles.Refusal(() => _ = table.Rows().Count()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_is_refused_where_it_stands_and_a_kept_zero_is_not()
    {
        using var table = TableFiles.Open(files.Write("a.csv", "番号,名前,備考\n=\"001\",花子,=1+1\n2,=HYPERLINK(\"\"x\"\"),\n"));
        var rows = table.Rows().ToList();
        Assert.Equal(("001", null), (rows[0].Text("番号"), rows[0].Fault));
        Assert.Equal("名前に数式があります。値に直してから取り込んでください。", rows[1].Fault);
    }

    [Fact]
    public void A_million_rows_are_refused_before_any_is_kept()
    {
        var path = files.PathOf("a.csv");
        using (var writer = new StreamWriter(path))
        {
            writer.WriteLine("番号,名前,人数");
            for (var i = 0; i < 1_000_000; i++)
            {
                writer.WriteLine("1000000,花子,12");
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("行が多すぎます。一度に取り込めるのは300,000行までです。ファイルを分けてください。", TableFiles.Refusal(() => TableFiles.Open(path)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 << 20);
    }

    [Fact]
    public void Blank_rows_at_the_end_do_not_count()
    {
        using var table = TableFiles.Open(files.Write("a.csv", "番号,名前\n1,花子\n" + string.Concat(Enumerable.Repeat(",,\n\n", 500))), new TableLimits(MaxRows: 10));
        Assert.Single(table.Rows());
    }

    [Theory]
    [InlineData("a.csv", "", "ファイルが空です。")]
    [InlineData("a.pdf", "x", "読み取れるのは .csv と .xlsx です。")]
    [InlineData("a.xlsx", "番号,名前\n", "名前は .xlsx ですが、中身が Excel ファイルではありません。")]
    [InlineData("a.csv", "a\0b\0c\0", "表のファイルではありません。CSV（UTF-8）か Excel（.xlsx）で保存し直してください。")]
    public void What_is_no_table_is_refused(string name, string content, string sentence) =>
        Assert.Equal(sentence, TableFiles.Refusal(() => TableFiles.Open(files.Write(name, content))));

    public void Dispose() => files.Dispose();
}
