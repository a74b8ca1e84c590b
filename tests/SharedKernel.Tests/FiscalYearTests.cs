namespace Kominkan.SharedKernel.Tests;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2015-03-31", 2014)]
    [InlineData("2015-04-01", 2015)]
    [InlineData("2015-12-31", 2015)]
    public void Begins_on_the_first_of_April(string date, int year) =>
        Assert.Equal(year, FiscalYear.Of(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)).Year);

    [Theory]
    [InlineData(1988, "昭和63年度")]
    [InlineData(2014, "平成26年度")]
    [InlineData(2018, "平成30年度")]
    [InlineData(2019, "令和元年度")]
    [InlineData(2020, "令和2年度")]
    public void Is_called_by_its_era(int year, string name) => Assert.Equal(name, new FiscalYear(year).ToString());

    [Fact]
    public void Covers_every_day_once()
    {
        var year = new FiscalYear(2015);
        Assert.Equal(366, year.LastDay.DayNumber - year.FirstDay.DayNumber + 1);
        Assert.True(year.Period.Contains(new DateOnly(2016, 2, 29)));
        Assert.Equal(year.FirstDay.AddDays(-1), year.Previous.LastDay);
        Assert.True(year.Previous < year);
    }
}
