using System.Net;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests.Pages;

public sealed class MergeTests
{
    private static readonly PersonDetails Twin = Clerk.Nakamura with { FamilyName = "仲村", Phone = "096-000-0002", Mail = "keiko@example.jp" };

    [Theory]
    [InlineData("フリガナと生年月日が同じ", "仲村", "ナカムラ", "1955-04-05", "096-000-0002")]
    [InlineData("フリガナと電話番号が同じ", "仲村", "ナカムラ", null, "+81 90-0000-0001")]
    [InlineData("氏名と電話番号が同じ", "中村", "チュウソン", null, "０９００００００００１")]
    public async Task Records_that_may_be_one_persons_are_listed(string why, string name, string kana, string? birth, string phone)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        await app.PersonAsync(Clerk.Nakamura with { FamilyName = name, FamilyKana = kana, Birth = birth is null ? null : DateOnly.Parse(birth, null), Phone = phone });
        await app.PersonAsync(Clerk.Nakamura with { GivenName = "誠", GivenKana = "マコト" }); // a husband with the same telephone
        var staff = await app.HeadOfficeAsync();
        var page = await staff.OpenAsync("/staff/people/duplicates");
        Assert.Contains("1組", page.Text, StringComparison.Ordinal);
        Assert.Contains(why, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_again_comes_to_the_merged_record_and_who_is_late_is_told()
    {
        await using var app = await KominkanApp.StartAsync();
        var (kept, _) = (await app.PersonAsync(), await app.PersonAsync(Twin));
        var (staff, other) = (await app.HeadOfficeAsync(), await app.HeadOfficeAsync());
        var url = (await staff.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!;
        var (form, late) = (await staff.OpenAsync(url), await other.OpenAsync(url));
        Assert.Equal($"/staff/people/{kept}", (await staff.SubmitAsync(form)).Url.AbsolutePath);
        Assert.Equal($"/staff/people/{kept}", (await staff.SubmitAsync(form)).Url.AbsolutePath);
        Assert.Contains("もう決められています", (await other.SubmitAsync(late)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clerk_chooses_what_stays_and_undoing_brings_both_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var (kept, gone) = (await app.PersonAsync(), await app.PersonAsync(Twin));
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{gone}/identity/new"), new { Document = "在留カード" });
        var form = await staff.OpenAsync((await staff.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!);
        Assert.NotNull(form.Document.QuerySelector("[name='Input.Take[mail]'][value=right][checked]")); // what is filled in wins
        var page = await staff.SubmitAsync(form, new Dictionary<string, string> { ["Input.Take[phones]"] = "right" });
        Assert.Equal("中村　恵子", page.Heading);
        var merged = await app.ReadAsync(kept);
        Assert.Equal(("中村", "096-000-0002", "keiko@example.jp"), (merged.Details.FamilyName, merged.Details.Phone, merged.Details.Mail));
        Assert.Contains("在留カード", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/staff/people/{kept}", (await staff.OpenAsync($"/staff/people/{gone}")).Url.AbsolutePath);
        Assert.Empty(await staff.FindAsync("仲村"));
        Assert.Equal(2, (await staff.FindAsync("10000")).Count); // the old number still leads somewhere

        // Corrected since: undoing must not take that away.
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{kept}/edit"), new { Mail = "new@example.jp" });
        var undo = (await staff.OpenAsync("/staff/people/duplicates")).Find(".plain-list a[href$='/undo']").GetAttribute("href")!;
        page = await staff.SubmitAsync(await staff.OpenAsync(undo));
        Assert.Equal("仲村　恵子", page.Heading);
        Assert.Contains("在留カード", page.Text, StringComparison.Ordinal);
        var (first, second) = (await app.ReadAsync(kept), await app.ReadAsync(gone));
        Assert.Equal((Clerk.Nakamura.Phone, "new@example.jp"), (first.Details.Phone, first.Details.Mail));
        Assert.Equal(Twin, second.Details);
        Assert.Equal(["仲村　恵子"], await staff.FindAsync("仲村"));
        Assert.Contains("取り消されています", (await staff.OpenAsync(undo)).Text, StringComparison.Ordinal);
        Assert.Empty(await Broken(app));
    }

    [Fact]
    public async Task Groups_families_and_guardians_move_with_the_record_and_back()
    {
        await using var app = await KominkanApp.StartAsync();
        var (kept, gone) = (await app.PersonAsync(), await app.PersonAsync(Twin));
        var child = await app.PersonAsync(Clerk.Nakamura with { GivenName = "陽菜", GivenKana = "ヒナ", Birth = new(2018, 5, 5), Phone = "" });
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/guardians/new"), new { Who__Text = "仲村", Relation = "母" });
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{gone}/family/new"), new { Who__Text = "陽菜" });
        await staff.SubmitAsync(await staff.OpenAsync("/staff/groups/new"), new { Name = "水彩の会", Who__Text = "仲村" });
        await staff.SubmitAsync(await staff.OpenAsync((await staff.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!));
        var page = await staff.OpenAsync($"/staff/people/{kept}");
        Assert.Contains("水彩の会", page.Text, StringComparison.Ordinal);
        Assert.Contains("陽菜", page.Text, StringComparison.Ordinal);
        Assert.Empty(await Broken(app));
        await staff.SubmitAsync(await staff.OpenAsync((await staff.OpenAsync("/staff/people/duplicates")).Find("a[href$='/undo']").GetAttribute("href")!));
        page = await staff.OpenAsync($"/staff/people/{kept}");
        Assert.DoesNotContain("水彩の会", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("陽菜", page.Text, StringComparison.Ordinal);
        Assert.Contains("陽菜", (await staff.OpenAsync($"/staff/people/{gone}")).Text, StringComparison.Ordinal);
        Assert.Empty(await Broken(app));
    }

    [Fact]
    public async Task Two_people_who_only_look_alike_are_not_asked_about_again()
    {
        await using var app = await KominkanApp.StartAsync();
        var (kept, _) = (await app.PersonAsync(), await app.PersonAsync(Twin));
        var staff = await app.HeadOfficeAsync();
        var pair = (await staff.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!;
        var page = await staff.SubmitAsync(await staff.OpenAsync(pair + "/different"));
        Assert.Contains("いまはありません", page.Text, StringComparison.Ordinal);
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{kept}/edit"), new { Mail = "a@example.jp" });
        Assert.Contains("いまはありません", (await staff.OpenAsync("/staff/people/duplicates")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync(pair)).Status);
    }

    [Fact]
    public async Task A_suspicion_ends_when_its_ground_is_gone()
    {
        await using var app = await KominkanApp.StartAsync();
        var (_, other) = (await app.PersonAsync(), await app.PersonAsync(Twin));
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{other}/edit"), new Dictionary<string, string> { ["Input.Birth.Year"] = "31" });
        Assert.Contains("いまはありません", (await staff.OpenAsync("/staff/people/duplicates")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_compared_an_older_version_is_told()
    {
        await using var app = await KominkanApp.StartAsync();
        var (kept, gone) = (await app.PersonAsync(), await app.PersonAsync(Twin));
        var staff = await app.HeadOfficeAsync();
        foreach (var changed in new[] { kept, gone })
        {
            var form = await staff.OpenAsync((await staff.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!);
            await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{changed}/edit"), new { Street = "9番" });
            Assert.Contains("ほかの人が先に変更しました", (await staff.SubmitAsync(form)).Errors.Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_counter_may_tell_but_not_merge()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync("1");
        var one = await app.PersonAsync();
        await app.PersonAsync(Clerk.Nakamura with { FamilyName = "田中", FamilyKana = "タナカ", Birth = null, Phone = "" });
        var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        var page = await counter.SubmitAsync(await counter.OpenAsync($"/staff/people/{one}/same"), new { Who__Text = "田中" });
        Assert.Contains("館長か本部が決めます", page.Text, StringComparison.Ordinal);
        var suspect = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Suspects.SingleAsync());
        Assert.Equal(SuspectReason.Told, suspect.Reason);
        Assert.NotEqual(HttpStatusCode.OK, (await counter.OpenAsync($"/staff/people/duplicates/{suspect.Id}")).Status);
    }

    private static Task<List<string>> Broken(KominkanApp app) => app.DoAsync(async s =>
    {
        var broken = new List<string>();
        await foreach (var rule in s.GetServices<IInvariants>().OfType<PeopleInvariants>().Single().CheckAsync())
        {
            if (rule.Violations > 0)
            {
                broken.Add($"{rule.Name}: {rule.Violations} {rule.Example}");
            }
        }

        return broken;
    });
}
