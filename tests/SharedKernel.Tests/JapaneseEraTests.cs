using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Kominkan.SharedKernel.Tests;

public sealed class JapaneseEraTests
{
    [Theory]
    [InlineData("昭和30年4月5日", 1955, 4, 5)]
    [InlineData("昭和 30 年 4 月 5 日", 1955, 4, 5)]
    [InlineData("S30.4.5", 1955, 4, 5)]
    [InlineData("s30-4-5", 1955, 4, 5)]
    [InlineData("3300405", 1955, 4, 5)]
    [InlineData("1955/4/5", 1955, 4, 5)]
    [InlineData("1955-04-05", 1955, 4, 5)]
    [InlineData("19550405", 1955, 4, 5)]
    [InlineData("１９５５年４月５日", 1955, 4, 5)]
    [InlineData("Ｓ３０．４．５", 1955, 4, 5)]
    [InlineData("平成31年4月30日", 2019, 4, 30)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("R1.5.1", 2019, 5, 1)]
    [InlineData("5010501", 2019, 5, 1)]
    [InlineData("平成31年5月1日", 2019, 5, 1)] // printed before the name of the new era was known
    [InlineData("昭和64年1月7日", 1989, 1, 7)]
    [InlineData("平成元年1月8日", 1989, 1, 8)]
    [InlineData("明治45年7月29日", 1912, 7, 29)]
    [InlineData("平成28年2月29日", 2016, 2, 29)]
    public void Reads_what_a_person_writes(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), JapaneseEra.TryParse(text));

    [Theory]
    [InlineData("令和8年2月30日")]
    [InlineData("令和7年2月29日")]
    [InlineData("2026/13/1")]
    [InlineData("2026/0/1")]
    [InlineData("令和0年1月1日")]
    [InlineData("令和100年1月1日")]
    [InlineData("30.4.5")]
    [InlineData("S30.4")]
    [InlineData("6010101")]
    [InlineData("19551340")]
    [InlineData("1955/4/5/6")]
    [InlineData("昭和三十年四月五日")]
    [InlineData("")]
    [InlineData(null)]
    public void Refuses_what_is_no_day(string? text) => Assert.Null(JapaneseEra.TryParse(text));

    [Theory]
    [InlineData(2026, 12, 5, "令和8年12月5日（土）", "R8.12.5", "令和8年（2026年）12月5日")]
    [InlineData(2019, 4, 30, "平成31年4月30日（火）", "H31.4.30", "平成31年（2019年）4月30日")]
    [InlineData(2019, 5, 1, "令和元年5月1日（水）", "R1.5.1", "令和元年（2019年）5月1日")]
    [InlineData(1989, 1, 7, "昭和64年1月7日（土）", "S64.1.7", "昭和64年（1989年）1月7日")]
    [InlineData(1989, 1, 8, "平成元年1月8日（日）", "H1.1.8", "平成元年（1989年）1月8日")]
    public void Writes_a_day(int year, int month, int day, string longForm, string shortForm, string both)
    {
        var date = new DateOnly(year, month, day);
        Assert.Equal(longForm, date.Long());
        Assert.Equal(shortForm, date.Short());
        Assert.Equal(both, date.Both());
    }

    [Theory]
    [InlineData("09:30", "午前9時30分")]
    [InlineData("12:00", "正午")]
    [InlineData("12:15", "午後0時15分")]
    [InlineData("14:00", "午後2時")]
    [InlineData("00:00", "午前0時")]
    public void Writes_a_time_as_it_is_spoken(string time, string spoken) => Assert.Equal(spoken, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture).Spoken());

    [Theory]
    [InlineData("昭和", "30", "4", "5", true)]
    [InlineData("西暦", "1955", "4", "5", true)]
    [InlineData("", "1955", "4", "5", true)]
    [InlineData("昭和", "３０", " 4 ", "5", true)]
    [InlineData("昭和", "30", "2", "30", false)]
    [InlineData("昭和", "30", "", "5", false)]
    [InlineData("慶応", "3", "1", "1", false)]
    public void Takes_the_parts_of_a_form(string era, string year, string month, string day, bool valid) =>
        Assert.Equal(valid ? new DateOnly(1955, 4, 5) : null, JapaneseEra.From(era, year, month, day));

    [Property(Arbitrary = [typeof(Days)], MaxTest = 1000)]
    public bool What_is_written_is_read_again(DateOnly date) =>
        JapaneseEra.TryParse(date.Short()) == date && JapaneseEra.TryParse(date.Long()[..^3]) == date;

    private static class Days
    {
        public static Arbitrary<DateOnly> Dates() =>
            Arb.From(Gen.Choose(new DateOnly(1868, 1, 25).DayNumber, new DateOnly(2099, 12, 31).DayNumber).Select(DateOnly.FromDayNumber));
    }
}
