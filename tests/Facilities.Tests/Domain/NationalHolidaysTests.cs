using System.Globalization;
using Kominkan.Facilities.Domain;

namespace Kominkan.Facilities.Tests.Domain;

public sealed class NationalHolidaysTests
{
    [Theory]
    [InlineData(2014, "1/1 1/13 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/21 9/15 9/23 10/13 11/3 11/23 11/24 12/23")]
    [InlineData(2015, "1/1 1/12 2/11 3/21 4/29 5/3 5/4 5/5 5/6 7/20 9/21 9/22 9/23 10/12 11/3 11/23 12/23")]
    [InlineData(2016, "1/1 1/11 2/11 3/20 3/21 4/29 5/3 5/4 5/5 7/18 8/11 9/19 9/22 10/10 11/3 11/23 12/23")]
    [InlineData(2019, "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 10/14 10/22 11/3 11/4 11/23")]
    [InlineData(2020, "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23")]
    [InlineData(2021, "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23")]
    [InlineData(2024, "1/1 1/8 2/11 2/12 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/22 9/23 10/14 11/3 11/4 11/23")]
    [InlineData(2026, "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23")]
    public void A_year_has_the_holidays_the_cabinet_office_printed(int year, string days) =>
        Assert.Equal(days, string.Join(' ', NationalHolidays.Of(year).Select(h => h.Date.ToString("M/d", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2018-12-23", "天皇誕生日")]
    [InlineData("2018-12-24", "振替休日")]
    [InlineData("2019-12-23", null)]
    [InlineData("2020-02-23", "天皇誕生日")]
    [InlineData("2019-04-30", "国民の休日")]
    [InlineData("2019-05-01", "天皇の即位の日")]
    [InlineData("2019-05-02", "国民の休日")]
    [InlineData("2019-10-22", "即位礼正殿の儀の行われる日")]
    [InlineData("2019-10-14", "体育の日")]
    [InlineData("2020-07-24", "スポーツの日")]
    [InlineData("2020-10-12", null)]
    [InlineData("2015-08-11", null)]
    [InlineData("2016-08-11", "山の日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2026-11-23", "勤労感謝の日")]
    [InlineData("2026-11-24", null)]
    public void A_day_has_the_name_of_its_holiday(string date, string? name) =>
        Assert.Equal(name, NationalHolidays.NameOn(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    /// <summary>Days of March and September as the National Astronomical Observatory foretells them.</summary>
    [Theory]
    [InlineData(2010, 21, 23)]
    [InlineData(2012, 20, 22)]
    [InlineData(2025, 20, 23)]
    [InlineData(2028, 20, 22)]
    [InlineData(2030, 20, 23)]
    [InlineData(2036, 20, 22)]
    [InlineData(2040, 20, 22)]
    public void The_equinoxes_are_where_astronomers_see_them(int year, int spring, int autumn)
    {
        Assert.Equal("春分の日", NationalHolidays.NameOn(new(year, 3, spring)));
        Assert.Equal("秋分の日", NationalHolidays.NameOn(new(year, 9, autumn)));
    }
}
