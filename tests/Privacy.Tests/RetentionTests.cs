namespace Kominkan.Privacy.Tests;

public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_older_than_the_rule_goes_in_the_night_and_a_second_night_finds_nothing()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        await app.PlantAsync();
        app.Clock.Advance(TimeSpan.FromDays(100));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.OpenAsync("/staff/privacy/retention");
        Assert.Contains("60か月", page.Text, StringComparison.Ordinal);
        Assert.Contains("0件", page.Text, StringComparison.Ordinal);

        var change = await office.SubmitAsync(await office.OpenAsync("/staff/privacy/retention/courses.applications"), new { Months = "1", From = "2099-01-01" });
        Assert.Contains("R81.1.1から1か月", change.Text, StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(365 * 5));
        using var later = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("2件", (await later.OpenAsync("/staff/privacy/retention")).Find("tbody tr:nth-child(3)").TextContent, StringComparison.Ordinal);
        await app.RunJobAsync("privacy.retention");

        Assert.DoesNotContain(await app.LeftAsync(), l => l.StartsWith("courses", StringComparison.Ordinal) || l.StartsWith("notifications", StringComparison.Ordinal));
        var after = await later.OpenAsync("/staff/privacy/retention");
        Assert.Contains("（2件）", after.Find("tbody tr:nth-child(3)").TextContent, StringComparison.Ordinal);
        Assert.Contains("0件", after.Find("tbody tr:nth-child(3)").TextContent, StringComparison.Ordinal);
        await app.RunJobAsync("privacy.retention");
        Assert.Equal(after.Find("tbody").TextContent, (await later.OpenAsync("/staff/privacy/retention")).Find("tbody").TextContent);
    }

    [Fact]
    public async Task An_account_nobody_on_record_holds_goes_when_it_has_not_been_used_and_a_familys_stays()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        using var alone = app.NewBrowser();
        await post.ComeInAsync(app, alone, "alone@example.jp");
        await post.ComeInAsync(app, app.Visitor, "mori@example.jp");
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/family/new"), new Dictionary<string, string> { ["FamilyName"] = "森", ["GivenName"] = "一葉", ["FamilyKana"] = "モリ", ["GivenKana"] = "カズハ", ["Birth.Era"] = "昭和", ["Birth.Year"] = "60", ["Birth.Month"] = "4", ["Birth.Day"] = "5" });
        app.Clock.Advance(TimeSpan.FromDays(365 * 4));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("1件", (await office.OpenAsync("/staff/privacy/retention")).Find("tbody tr:nth-child(1)").TextContent, StringComparison.Ordinal);
        await app.RunJobAsync("privacy.retention");

        Assert.DoesNotContain("森", (await (await Again("alone@example.jp")).OpenAsync("/my/family")).Text, StringComparison.Ordinal);
        Assert.Contains("森", (await (await Again("mori@example.jp")).OpenAsync("/my/family")).Text, StringComparison.Ordinal);
        Assert.Contains("0件", (await office.OpenAsync("/staff/privacy/retention")).Find("tbody tr:nth-child(1)").TextContent, StringComparison.Ordinal);

        async Task<Browser> Again(string mail)
        {
            var browser = app.NewBrowser();
            await post.ComeInAsync(app, browser, mail);
            return browser;
        }
    }

    [Theory]
    [InlineData("0", "2030-01-01", "保存する月数は1から1200までで入力してください。")]
    [InlineData("12", "2026-11-23", "いつからは、明日よりあとの日にしてください。")]
    public async Task A_rule_is_for_months_and_days_to_come(string months, string from, string sentence)
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Contains(sentence, (await office.SubmitAsync(await office.OpenAsync("/staff/privacy/retention/audit.entries"), new { Months = months, From = from })).Errors);
    }
}
