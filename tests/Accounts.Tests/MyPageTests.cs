using System.Net;

namespace Kominkan.Accounts.Tests;

/// <summary>A resident's own page, with what the modules bring to it.</summary>
public class MyPageTests
{
    private const string Mail = "keiko@example.jp";

    [Fact]
    public async Task What_one_applied_for_while_signed_in_stands_on_ones_own_page_and_opens_without_its_numbers()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var course = await app.CourseAsync(new() { Title = "冬の陶芸", SessionsInDays = [3, 10] });
        await post.ComeInAsync(app, app.Visitor, Mail);
        Assert.Contains("いまは何もありません", (await app.Visitor.OpenAsync("/my")).Text, StringComparison.Ordinal);
        var number = (await app.Visitor.ApplyAsync(course)).ReceiptNumber();
        using var guest = app.NewBrowser();
        await guest.ApplyAsync(course, 2);

        var page = await app.Visitor.OpenAsync("/my");
        var link = Assert.Single(page.Document.QuerySelectorAll("main tbody th a"));
        Assert.Equal("冬の陶芸", link.TextContent);
        Assert.Contains("令和8年11月26日（木）10:00", page.Text.Replace(" 10", "10", StringComparison.Ordinal), StringComparison.Ordinal);
        var mine = await app.Visitor.OpenAsync(link.GetAttribute("href")!);
        Assert.Equal("/applications/mine", mine.Url.AbsolutePath);
        Assert.Contains(number, mine.Text, StringComparison.Ordinal);

        // Somebody else's account does not find it.
        using var other = app.NewBrowser();
        await post.ComeInAsync(app, other, "dareka@example.jp");
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(link.GetAttribute("href")!)).Status);
        Assert.Contains("いまは何もありません", (await other.OpenAsync("/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_registers_a_child_and_applies_for_it_at_one_press()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var course = await app.CourseAsync(new() { Title = "親子の陶芸", SessionsInDays = [3] });
        await post.ComeInAsync(app, app.Visitor, Mail);
        Assert.Contains("家族", (await app.Visitor.OpenAsync("/my")).Find(".tiles").TextContent, StringComparison.Ordinal);
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/family/new"), Member("𠮷田", "恵子", "けいこ", "昭和", 60, "090-1234-5678"));
        var family = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/family/new"), new Dictionary<string, string>(Member("𠮷田", "翼", "つばさ", "平成", 30, "")) { ["Relation"] = "母" });
        Assert.Contains("𠮷田 恵子（あなた）", family.Text, StringComparison.Ordinal);

        var form = await app.Visitor.OpenAsync($"/courses/{course}/apply");
        var filled = await app.Visitor.OpenAsync(form.Document.QuerySelectorAll("main a[href*='who=']").Single(a => a.TextContent.Contains('翼', StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Equal("翼", filled.Find("[name='Input.People[0].GivenName']").GetAttribute("value"));
        var receipt = await app.Visitor.SendAsync(await app.Visitor.SubmitAsync(filled, new { Agree = "true" }));
        Assert.NotEqual("", receipt.ReceiptNumber());

        // The counter sees at once who it is, and nobody else's sign-in sees the family.
        using var counter = await app.SignInAsync(RoleKeys.Counter);
        var id = family.Document.QuerySelectorAll("a[href*='/my/family/']").Single(a => a.TextContent.StartsWith("外す", StringComparison.Ordinal)).GetAttribute("href")!.Split('/')[3];
        Assert.Contains("親子の陶芸", (await counter.OpenAsync($"/staff/people/{id}")).Text, StringComparison.Ordinal);
        using var other = app.NewBrowser();
        await post.ComeInAsync(app, other, "dareka@example.jp");
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/my/family/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"/my/family/{id}/remove")).Status);
    }

    private static Dictionary<string, string> Member(string family, string given, string kana, string era, int year, string phone) => new()
    {
        ["FamilyName"] = family,
        ["GivenName"] = given,
        ["FamilyKana"] = "よしだ",
        ["GivenKana"] = kana,
        ["Birth.Era"] = era,
        ["Birth.Year"] = year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Birth.Month"] = "5",
        ["Birth.Day"] = "6",
        ["Phone"] = phone,
    };
}
