using System.Globalization;
using Kominkan.Facilities.Domain;

namespace Kominkan.Facilities.Tests.Domain;

public sealed class OpeningCalendarTests
{
    [Theory]
    [InlineData("2026-11-30", null, "月曜休館")]
    [InlineData("2026-11-23", "22:00", "勤労感謝の日")]
    [InlineData("2026-11-24", null, "月曜休館の振り替え")]
    [InlineData("2026-11-25", "22:00", null)]
    // Monday 4 May 2026 is みどりの日; 5 and 6 are holidays too, so Thursday is the day off.
    [InlineData("2026-05-04", "22:00", "みどりの日")]
    [InlineData("2026-05-06", "22:00", "振替休日")]
    [InlineData("2026-05-07", null, "月曜休館の振り替え")]
    [InlineData("2026-05-08", "22:00", null)]
    [InlineData("2026-12-28", null, "月曜休館")]
    [InlineData("2026-12-29", null, "年末年始")]
    [InlineData("2027-01-01", null, "年末年始")]
    [InlineData("2027-01-03", null, "年末年始")]
    [InlineData("2027-01-04", null, "月曜休館")]
    [InlineData("2027-01-05", "22:00", null)]
    public async Task The_weekly_closing_day_gives_way_to_holidays(string date, string? until, string? reason)
    {
        await using var app = await City.StartAsync();
        var opening = await app.OpeningAsync("1", Day(date));
        Assert.Equal(until is null ? null : TimeOnly.Parse(until, CultureInfo.InvariantCulture), opening.To);
        Assert.Equal(reason, opening.Reason);
    }

    [Fact]
    public async Task A_closure_closes_its_hall_on_its_days_and_says_why()
    {
        await using var app = await City.StartAsync();
        await app.CloseAsync("17", new(2026, 11, 25), new(2026, 11, 26), "空調設備の点検");
        Assert.Equal(new Opening(null, null, "空調設備の点検"), await app.OpeningAsync("17", new(2026, 11, 26)));
        Assert.True((await app.OpeningAsync("17", new(2026, 11, 27))).IsOpen);
        Assert.True((await app.OpeningAsync("18", new(2026, 11, 26))).IsOpen);
        Assert.True((await app.OpeningAsync("17-1", new(2026, 11, 26))).IsOpen);
    }

    [Fact]
    public async Task A_closure_of_the_city_closes_every_hall()
    {
        await using var app = await City.StartAsync();
        await app.CloseAsync(null, new(2026, 11, 25), new(2026, 11, 25), "台風の接近");
        Assert.Equal("台風の接近", (await app.OpeningAsync("4", new(2026, 11, 25))).Reason);
        Assert.Equal("台風の接近", (await app.LibraryAsync("17-2", new(2026, 11, 25))).Reason);
    }

    [Fact]
    public async Task The_library_room_keeps_days_of_its_own()
    {
        await using var app = await City.StartAsync();
        await app.CloseAsync("1", new(2026, 11, 28), new(2026, 11, 28), "蔵書点検", OpeningPart.Library);
        Assert.Equal(new TimeOnly(18, 0), (await app.LibraryAsync("1", new(2026, 11, 25))).To);
        Assert.Equal("図書整理日", (await app.LibraryAsync("1", new(2026, 12, 16))).Reason);
        Assert.True((await app.OpeningAsync("1", new(2026, 12, 16))).IsOpen);
        Assert.Equal("蔵書点検", (await app.LibraryAsync("1", new(2026, 11, 28))).Reason);
        Assert.True((await app.OpeningAsync("1", new(2026, 11, 28))).IsOpen);
    }

    [Fact]
    public async Task A_branch_has_a_rule_of_its_own_and_a_hall_other_hours_on_Sunday()
    {
        await using var app = await City.StartAsync();
        Assert.Equal(new TimeOnly(17, 0), (await app.OpeningAsync("17-1", new(2026, 11, 25))).To);
        Assert.Equal(new TimeOnly(17, 0), (await app.OpeningAsync("5", new(2026, 11, 29))).To);
        Assert.Equal(new TimeOnly(22, 0), (await app.OpeningAsync("5", new(2026, 11, 28))).To);
    }

    [Fact]
    public async Task Before_there_was_a_rule_nobody_knows_the_hours()
    {
        await using var app = await City.StartAsync();
        Assert.False((await app.OpeningAsync("1", new(2012, 3, 31))).IsOpen);
    }

    [Fact]
    public void A_new_rule_ends_the_one_before_it_and_stops_before_the_next()
    {
        var terms = new OpeningTerms(new(9, 0), new(22, 0), Weekdays.None, null, null, DayOfWeek.Monday, true, null, null, null, null);
        var first = OpeningRule.Set(null, OpeningPart.Hall, new(2020, 4, 1), terms, []);
        var third = OpeningRule.Set(null, OpeningPart.Hall, new(2024, 4, 1), terms, [first]);
        var second = OpeningRule.Set(null, OpeningPart.Hall, new(2022, 4, 1), terms, [first, third]);
        Assert.Equal((new DateOnly(2022, 3, 31), new DateOnly(2024, 3, 31), null), (first.ValidTo, second.ValidTo, third.ValidTo));
        Assert.Throws<RuleBroken>(() => OpeningRule.Set(null, OpeningPart.Hall, new(2022, 4, 1), terms, [first, second, third]));
        Assert.Throws<RuleBroken>(() => OpeningRule.Set(null, OpeningPart.Library, new(2022, 4, 1), terms with { Closes = new(8, 0) }, []));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
