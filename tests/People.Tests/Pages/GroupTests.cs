using System.Net;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests.Pages;

public sealed class GroupTests
{
    [Fact]
    public async Task A_group_is_registered_once_with_its_representative_roster_and_residency_share()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        await app.PersonAsync(Clerk.Nakamura with { GivenName = "誠", GivenKana = "マコト", Birth = null, Phone = "", Residency = Residency.None });
        await app.PersonAsync(Clerk.Nakamura with { GivenName = "清", GivenKana = "キヨシ", Birth = null, Phone = "", Residency = Residency.Works });
        var staff = await app.HeadOfficeAsync();
        var group = await RegisterAsync(staff, "水彩の会");
        foreach (var name in new[] { "まこと", "きよし" })
        {
            await staff.SubmitAsync(await staff.OpenAsync($"{group}/members/new"), new { Who__Text = name });
        }

        var page = await staff.OpenAsync(group);
        Assert.Equal("水彩の会", page.Heading);
        Assert.Equal(3, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("3人。市内とのつながりがある方は2人（66％）", page.Text, StringComparison.Ordinal);
        Assert.Contains("全館で有効", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync($"{group}/members/new"), new { Who__Text = "まこと" });
        Assert.Contains("もう名簿にあります", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registration_that_ends_within_a_month_waits_on_the_first_page_and_can_be_renewed()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        var group = await RegisterAsync(staff, "水彩の会", "2026-12-10");
        var today = await staff.OpenAsync("/staff");
        Assert.Contains("登録の期限が近い団体", today.Text, StringComparison.Ordinal);
        var list = await staff.OpenAsync("/staff/groups?todo=renew");
        Assert.Contains("更新の時期", list.Text, StringComparison.Ordinal);
        var page = await staff.SubmitAsync(await staff.OpenAsync($"{group}/renew"), new { Until = "2026-12-01" });
        Assert.Contains("いまの期限より後の日", page.Errors.Single(), StringComparison.Ordinal);
        page = await staff.SubmitAsync(page, new { Until = "2027-03-31" });
        Assert.Contains("更新（R9.3.31まで）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("登録の期限が近い団体", (await staff.OpenAsync("/staff")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_representative_hands_over_and_the_history_tells()
    {
        await using var app = await KominkanApp.StartAsync();
        var first = await app.PersonAsync();
        await app.PersonAsync(Clerk.Nakamura with { GivenName = "誠", GivenKana = "マコト", Birth = null, Phone = "" });
        var staff = await app.HeadOfficeAsync();
        var group = await RegisterAsync(staff, "水彩の会");
        await staff.SubmitAsync(await staff.OpenAsync($"{group}/members/new"), new { Who__Text = "まこと" });
        var page = await staff.SubmitAsync(await staff.OpenAsync($"{group}/hand-over"), new { Who__Text = "まこと" });
        Assert.Contains("代表の交代（中村 恵子から中村 誠へ）", page.Text, StringComparison.Ordinal);
        Assert.Equal(["中村　誠", "中村　恵子"], page.Document.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        page = await staff.OpenAsync($"/staff/people/{first}");
        Assert.Contains("水彩の会", page.Text, StringComparison.Ordinal);
        Assert.Contains("会員", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_representative_cannot_just_leave()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        var group = await RegisterAsync(staff, "水彩の会");
        var member = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().GroupMembers.SingleAsync());
        var page = await staff.SubmitAsync(await staff.OpenAsync($"{group}/members/{member.Id}/leave"));
        Assert.Contains("先に「代表を交代する」", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_that_share_representative_telephone_or_roster_are_shown_to_staff()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        foreach (var n in Enumerable.Range(1, 3))
        {
            await app.PersonAsync(Clerk.Nakamura with { GivenName = $"第{n}", GivenKana = new string('ア', n), Birth = null, Phone = "" });
        }

        var staff = await app.HeadOfficeAsync();
        var one = await RegisterAsync(staff, "水彩の会", phone: "096-000-0007");
        var twin = await RegisterAsync(staff, "水彩を描く会", phone: "096-000-0007");
        var other = await RegisterAsync(staff, "卓球の会", who: "第1");
        foreach (var group in new[] { one, twin })
        {
            await staff.SubmitAsync(await staff.OpenAsync($"{group}/members/new"), new { Who__Text = "第2" });
            await staff.SubmitAsync(await staff.OpenAsync($"{group}/members/new"), new { Who__Text = "第3" });
        }

        var page = await staff.OpenAsync(one);
        Assert.Contains("水彩を描く会", page.Text, StringComparison.Ordinal);
        Assert.Contains("代表者が同じ、電話番号が同じ、会員が3人同じ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("似た団体", (await staff.OpenAsync(other)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_found_by_its_kana_and_the_list_comes_as_a_file()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        await RegisterAsync(staff, "水彩の会");
        Assert.Contains("水彩の会", (await staff.OpenAsync("/staff/groups?q=すいさい")).Text, StringComparison.Ordinal);
        Assert.Contains("条件に合う団体はありません", (await staff.OpenAsync("/staff/groups?q=卓球")).Text, StringComparison.Ordinal);
        using var file = await staff.Http.GetAsync(new Uri("/staff/groups?format=csv", UriKind.Relative));
        Assert.Contains("水彩の会", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var group = (await staff.OpenAsync("/staff/groups")).Find("tbody th a").GetAttribute("href");
        Assert.Contains("中村　恵子,ナカムラ　ケイコ,代表者", await staff.Http.GetStringAsync(new Uri($"{group}/roster.csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/staff/groups/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_a_group_is_told()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        var group = await RegisterAsync(staff, "水彩の会");
        var (first, second) = (await staff.OpenAsync($"{group}/edit"), await staff.OpenAsync($"{group}/edit"));
        await staff.SubmitAsync(first, new { Purpose = "描く" });
        var page = await staff.SubmitAsync(second, new { Purpose = "見る" });
        Assert.Contains("ほかの人が先に変更しました", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("描く", await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Groups.Select(g => g.Details.Purpose).SingleAsync()));
    }

    [Fact]
    public async Task A_registration_to_the_end_of_the_calendar_is_refused_in_words()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        var form = await staff.OpenAsync("/staff/groups/new");
        foreach (var (from, until) in new[] { ("9999-12-31", "9999-12-31"), ("2026-04-01", "9999-12-31") })
        {
            var refused = await staff.SubmitAsync(form, new { Name = "水彩の会", Who__Text = "恵子", ValidFrom = from, ValidUntil = until });
            Assert.Equal(["期限は、始まりの日から5年までの日にしてください。"], refused.Errors);
        }

        var group = await RegisterAsync(staff, "水彩の会");
        Assert.Equal(["期限は5年先までにしてください。"], (await staff.SubmitAsync(await staff.OpenAsync($"{group}/renew"), new { Until = "9999-12-31" })).Errors);
    }

    /// <summary>The address of the group.</summary>
    internal static async Task<string> RegisterAsync(Browser staff, string name, string until = "2027-03-31", string phone = "", string who = "恵子")
    {
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/groups/new"), new { Name = name, Kana = name == "水彩の会" ? "すいさいのかい" : "", Kind = "Circle", Phone = phone, Who__Text = who, ValidFrom = "2026-04-01", ValidUntil = until });
        Assert.Empty(page.Errors);
        return page.Url.AbsolutePath;
    }
}
