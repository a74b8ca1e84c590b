using System.Net;

namespace Kominkan.Facilities.Tests.Pages;

/// <summary>Numbers the city decides: changed on a page from a day on, and kept as they were before it.</summary>
public sealed class CityRulesTests
{
    private static readonly CityRule Rule = new("courses.draft-hours", "", "", 24, 1, 168);

    [Fact]
    public async Task Head_office_changes_a_number_from_a_day_to_come_and_the_old_one_holds_until_then()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("24時間", (await office.OpenAsync("/staff/rules")).Text, StringComparison.Ordinal);
        var page = await office.SubmitAsync(await office.OpenAsync($"/staff/rules/{Rule.Key}"), new { Value = 48, From = "2026-12-01" });
        Assert.Contains("令和8年12月1日（火）から48時間にします。", page.Text, StringComparison.Ordinal);
        Assert.Equal([24, 48, 48], await OnAsync(app, new(2026, 11, 30), new(2026, 12, 1), new(2030, 1, 1)));
        await office.SubmitAsync(await office.OpenAsync($"/staff/rules/{Rule.Key}"), new { Value = 12, From = "2027-04-01" });
        Assert.Equal([24, 48, 48, 12], await OnAsync(app, new(2026, 11, 23), new(2026, 12, 1), new(2027, 3, 31), new(2027, 4, 1)));
        var row = (await office.OpenAsync("/staff/rules")).Document.QuerySelectorAll("tbody tr").Single(r => r.InnerHtml.Contains(Rule.Key, StringComparison.Ordinal));
        Assert.Contains("12時間", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "2026-12-01", "1から168までの数を入力してください。")]
    [InlineData("169", "2026-12-01", "1から168までの数を入力してください。")]
    [InlineData("たくさん", "2026-12-01", "数")]
    [InlineData("48", "2026-11-23", "いつからは、明日よりあとの日にしてください。")]
    [InlineData("48", "", "いつからを入力してください")]
    [InlineData("48", "2026-12-24", "同じ日に始まる決まりがあります。別の日にしてください。")]
    public async Task What_makes_no_sense_is_said_and_the_form_comes_back(string value, string from, string said)
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync($"/staff/rules/{Rule.Key}"), new { Value = 36, From = "2026-12-24" });
        var page = await office.SubmitAsync(await office.OpenAsync($"/staff/rules/{Rule.Key}"), new { Value = value, From = from });
        Assert.Equal((HttpStatusCode)422, page.Status);
        Assert.Contains(page.Errors, e => e.Contains(said, StringComparison.Ordinal));
        Assert.Equal([24, 36], await OnAsync(app, new(2026, 12, 1), new(2026, 12, 24)));
    }

    [Fact]
    public async Task Nobody_else_decides_and_there_is_no_rule_of_another_name()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.FillHallsAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync("/staff/rules/no.such")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await manager.OpenAsync("/staff/rules")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await manager.OpenAsync($"/staff/rules/{Rule.Key}")).Status);
    }

    private static Task<List<int>> OnAsync(KominkanApp app, params DateOnly[] days) => app.DoAsync(async s =>
    {
        var rules = (ICityRules)s.GetService(typeof(ICityRules))!;
        var numbers = new List<int>();
        foreach (var day in days)
        {
            numbers.Add(await rules.OnAsync(Rule, day));
        }

        return numbers;
    });
}
