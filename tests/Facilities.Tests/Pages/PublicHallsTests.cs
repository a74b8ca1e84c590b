using System.Net;
using Kominkan.Facilities.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Facilities.Tests.Pages;

public sealed class PublicHallsTests
{
    [Fact]
    public async Task The_list_shows_every_hall_by_ward_with_todays_opening()
    {
        await using var app = await City.StartAsync();
        await app.CloseAsync("3", app.Clock.Today(), app.Clock.Today(), "空調設備の点検");
        var page = await app.Visitor.OpenAsync("/halls");
        Assert.Equal(["中央区", "東区", "西区", "南区", "北区"], page.Document.QuerySelectorAll("caption").Select(c => c.TextContent));
        Assert.Equal(21, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("令和8年11月23日（月・勤労感謝の日）", page.Text, StringComparison.Ordinal);
        Assert.Contains("きょうは20館が開いています", page.Text, StringComparison.Ordinal);
        Assert.Contains("空調設備の点検", page.Find("tbody tr:nth-child(3)").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_halls_page_tells_hours_rules_rooms_and_two_weeks()
    {
        await using var app = await City.StartAsync();
        var page = await app.Visitor.OpenAsync("/halls/1");
        Assert.Equal("熊本市中央公民館", page.Heading);
        Assert.Contains("午前9時から午後10時まで開いています", page.Text, StringComparison.Ordinal);
        Assert.Contains("毎週月曜日が休館です。月曜日が祝日のときは開き、その後の祝日でない日に休みます。", page.Text, StringComparison.Ordinal);
        Assert.Contains("年末年始（12月29日から1月3日まで）は休館です。", page.Text, StringComparison.Ordinal);
        Assert.Contains("大ホール（東）と大ホール（西）に分けられます", page.Text, StringComparison.Ordinal);
        Assert.Equal(14, page.Document.QuerySelectorAll("section[aria-labelledby=days] tbody tr").Length);
        Assert.Equal("tel:096-000-0101", page.Find("dl.facts a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_branch_and_its_hall_lead_to_each_other()
    {
        await using var app = await City.StartAsync();
        var hall = await app.Visitor.OpenAsync("/halls/17");
        Assert.Equal(["北部東分館", "西里分館"], hall.Document.QuerySelectorAll("a[href^='/halls/17-']").Select(a => a.TextContent));
        Assert.NotNull((await app.Visitor.OpenAsync("/halls/17-1")).Find("a[href='/halls/17']"));
    }

    [Fact]
    public async Task The_front_page_says_which_halls_are_open_today()
    {
        await using var app = await City.StartAsync();
        await app.CloseAsync("3", app.Clock.Today(), app.Clock.Today(), "空調設備の点検");
        var page = await app.Visitor.OpenAsync("/");
        Assert.Contains("きょうの開館 令和8年11月23日（月・勤労感謝の日）", page.Text, StringComparison.Ordinal);
        Assert.Contains("午後10時まで", page.Find(".today li:nth-child(1)").TextContent, StringComparison.Ordinal);
        Assert.Contains("休館（空調設備の点検）", page.Find(".today li:nth-child(3)").TextContent, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("次に開くのは令和8年11月25日（水）です。", (await app.NewBrowser().OpenAsync("/?fresh")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_hall_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/halls/99"));

    [Fact]
    public async Task A_change_is_seen_at_once_although_pages_are_kept()
    {
        await using var app = await City.StartAsync();
        Assert.DoesNotContain("屋根の修理", (await app.Visitor.OpenAsync("/halls/2")).Text, StringComparison.Ordinal);
        await app.CloseAsync("2", app.Clock.Today(), app.Clock.Today(), "屋根の修理");
        Assert.Contains("屋根の修理", (await app.Visitor.OpenAsync("/halls/2")).Text, StringComparison.Ordinal);
        Assert.Contains("屋根の修理", (await app.Visitor.OpenAsync("/halls")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_is_rolled_back_is_never_seen()
    {
        await using var app = await City.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<Facilities.Data.FacilitiesDb>();
            db.Closures.Add(Closure.Announce(null, OpeningPart.Hall, app.Clock.Today(), app.Clock.Today(), ClosureKind.Other, "まちがい"));
            await db.SaveChangesAsync();
            throw new InvalidOperationException();
        }));
        Assert.DoesNotContain("まちがい", (await app.Visitor.OpenAsync("/halls/2")).Text, StringComparison.Ordinal);
        Assert.True((await app.OpeningAsync("2", app.Clock.Today())).IsOpen);
    }

    private static async Task<HttpStatusCode> StatusAsync(string url)
    {
        await using var app = await City.StartAsync();
        return (await app.Visitor.OpenAsync(url)).Status;
    }
}
