using Kominkan.SharedKernel.Tables;

namespace Kominkan.SharedKernel.Tests.Tables;

public sealed class ImportRowTests
{
    [Theory]
    [InlineData("12", 12)]
    [InlineData("１２人", 12)]
    [InlineData("1,234 名", 1234)]
    [InlineData("12.0", 12)]
    [InlineData("0", 0)]
    public void Counts_are_read_as_people_write_them(string text, int value)
    {
        var row = Row(text);
        Assert.Equal(value, row.Int("欄", 0, 10_000));
        Assert.False(row.IsWrong);
    }

    [Theory]
    [InlineData("", "欄がありません。")]
    [InlineData("-3", "欄「-3」は負の数です。")]
    [InlineData("－３", "欄「－３」は負の数です。")]
    [InlineData("12.5", "欄「12.5」は整数ではありません。")]
    [InlineData("約10", "欄「約10」は整数ではありません。")]
    [InlineData("1e3", "欄「1e3」は整数ではありません。")]
    [InlineData("99999999999999999999999999999999", "欄「99999999999999999999…」は整数ではありません。")]
    [InlineData("2147483648", "欄「2147483648」は0から10,000の間ではありません。")]
    public void What_is_no_count_is_told_with_its_value(string text, string sentence)
    {
        var row = Row(text);
        row.Int("欄", 0, 10_000);
        Assert.Equal(Verdict.Error(sentence), row.Settle(Verdict.New));
    }

    [Theory]
    [InlineData("2014-04-01")]
    [InlineData("2014/4/1 0:00:00")]
    [InlineData("H26.4.1")]
    [InlineData("平成２６年４月１日")]
    [InlineData("20140401")]
    [InlineData("41730")]
    public void Days_are_read_as_people_and_spreadsheets_write_them(string text) => Assert.Equal(new DateOnly(2014, 4, 1), Row(text).Date("欄"));

    [Theory]
    [InlineData("2014-02-30")]
    [InlineData("2015/2/29")]
    [InlineData("4月1日")]
    [InlineData("R0.1.1")]
    [InlineData("9999999")]
    public void A_day_that_does_not_exist_is_told(string text)
    {
        var row = Row(text);
        row.Date("欄");
        Assert.Equal(Verdict.Error($"欄「{text}」という日付はありません。"), row.Settle(Verdict.New));
    }

    [Theory]
    [InlineData("9:30", 9, 30)]
    [InlineData("９時", 9, 0)]
    [InlineData("9時30分", 9, 30)]
    [InlineData("午後2時", 14, 0)]
    [InlineData("午後12:15", 12, 15)]
    [InlineData("13:05:00", 13, 5)]
    public void Times_are_read(string text, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), Row(text).Time("欄"));

    [Theory]
    [InlineData("25:00")]
    [InlineData("9:60")]
    [InlineData("昼")]
    [InlineData("午後13時")]
    public void A_time_that_does_not_exist_is_told(string text)
    {
        var row = Row(text);
        row.Time("欄");
        Assert.True(row.IsWrong);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_a_doubt_only_without_errors()
    {
        var row = Row("x");
        row.Int("欄", 0, 5);
        row.OneOf("欄", "男", "女");
        row.Doubt("確かめてください。");
        Assert.Equal(Verdict.Error("欄「x」は整数ではありません。欄「x」は男・女のどれでもありません。"), row.Settle(Verdict.New));
        var other = Row("男");
        Assert.Equal("男", other.OneOf("欄", "男", "女"));
        other.Doubt("確かめてください。");
        Assert.Equal(Verdict.Check("確かめてください。"), other.Settle(Verdict.New));
    }

    [Fact]
    public void Length_is_counted_as_a_reader_counts()
    {
        Assert.Equal("𠮷𠮷𠮷", Row("𠮷𠮷𠮷").Text("欄", 3));
        var row = Row("あいうえ");
        row.Text("欄", 3);
        Assert.Equal("欄は3文字までです。", row.Settle(Verdict.New).Sentence);
    }

    private static ImportRow Row(string text) => new(2, _ => text);
}
