using System.Net;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests.Pages;

public sealed class FindTests
{
    [Theory]
    [InlineData("中村")]
    [InlineData("中村恵子")]
    [InlineData("恵子")]
    [InlineData("惠子")]
    [InlineData("なかむら")]
    [InlineData("ﾅｶﾑﾗ ｹｲｺ")]
    [InlineData("けいこ")]
    [InlineData("けい　なか")]
    [InlineData("０９０－００００－０００１")]
    [InlineData("090 0000 0001")]
    [InlineData("+81 90-0000-0001")]
    [InlineData("0900000")]
    [InlineData("0001")]
    [InlineData("0000-0001")]
    [InlineData("00-0001")]
    [InlineData("keiko@example.jp")]
    [InlineData("Keiko@")]
    [InlineData("100001")]
    [InlineData("なかむら 090")]
    public async Task Somebody_is_found_by_the_beginning_of_whatever_one_knows(string typed)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync(Clerk.Nakamura with { Mail = "keiko@example.jp" });
        await app.PersonAsync(Clerk.Nakamura with { FamilyName = "佐藤", FamilyKana = "サトウ", GivenName = "誠", GivenKana = "マコト", Phone = "080-0000-0022", Birth = null });
        var staff = await app.HeadOfficeAsync();
        Assert.Equal(["中村　恵子"], await staff.FindAsync(typed));
    }

    [Theory]
    [InlineData("\U00020BB7村", "吉村")]
    [InlineData("葛\U000E0100城", "葛城")]
    [InlineData("髙木", "高木")]
    [InlineData("山\uFA11", "山崎")]
    [InlineData("齋藤", "斎藤")]
    [InlineData("渡邊", "渡辺")]
    public async Task Rare_characters_are_kept_byte_for_byte_and_found_as_people_type_them(string name, string typed)
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync(Clerk.Nakamura with { FamilyName = name });
        var staff = await app.HeadOfficeAsync();
        Assert.Equal([name + "　恵子"], await staff.FindAsync(typed));
        Assert.Equal([name + "　恵子"], await staff.FindAsync(name));
        Assert.Equal(name, (await app.ReadAsync(id)).Details.FamilyName);
    }

    [Fact]
    public async Task A_foreign_resident_is_found_by_either_name_and_by_each_part()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync(new PersonDetails { FamilyName = "田中", GivenName = "安", FamilyKana = "タナカ", GivenKana = "アン", CardName = "NGUYEN THI AN", Alias = "田中　安", Shown = NameShown.CardName });
        var staff = await app.HeadOfficeAsync();
        foreach (var typed in new[] { "nguyen", "ＴＨＩ", "an nguyen", "田中", "NGUYENTHIAN" })
        {
            Assert.Equal(["NGUYEN THI AN"], await staff.FindAsync(typed));
        }
    }

    [Fact]
    public async Task What_was_looked_for_never_stands_in_the_address_and_stays_while_one_turns_pages()
    {
        await using var app = await KominkanApp.StartAsync();
        for (var n = 0; n < 60; n++)
        {
            await app.PersonAsync(Clerk.Nakamura with { GivenName = $"第{n}", GivenKana = "", Phone = $"090-0000-{n:0000}", Birth = null, FamilyName = "大山" });
        }

        var staff = await app.HeadOfficeAsync();
        Assert.Equal(50, (await staff.FindAsync("大山")).Count);
        var second = await staff.OpenAsync("/staff/people?p=2");
        Assert.Equal(10, second.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("60人が見つかりました", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Document.QuerySelectorAll("a"), a => Uri.UnescapeDataString(a.GetAttribute("href") ?? "").Contains("大山", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("山本")]
    [InlineData("'; DROP TABLE --")]
    [InlineData("%")]
    [InlineData("_____")]
    [InlineData("ー")]
    [InlineData("\U0010FFFF")]
    public async Task Nobody_is_found_with_a_way_on(string typed)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        Assert.Empty(await staff.FindAsync(typed));
        Assert.Contains("/staff/people/new", (await staff.OpenAsync("/staff/people")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_sees_nobody()
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync();
        foreach (var url in new[] { "/staff/people", $"/staff/people/{id}", $"/staff/people/{id}/edit" })
        {
            var page = await app.Visitor.OpenAsync(url);
            Assert.StartsWith("/staff/sign-in", page.Url.AbsolutePath, StringComparison.Ordinal);
            Assert.DoesNotContain("中村", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_counter_of_any_hall_sees_people_of_the_whole_city()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync("2");
        var id = await app.PersonAsync();
        var staff = await app.SignInAsync(RoleKeys.Counter, "2");
        Assert.Equal(["中村　恵子"], await staff.FindAsync("なかむら"));
        var page = await staff.OpenAsync($"/staff/people/{id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("中村　恵子", page.Heading);
        Assert.Contains("昭和30年（1955年）4月5日・71歳", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_terms_follow_every_change()
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{id}/edit"), new { FamilyName = "井上", FamilyKana = "いのうえ" });
        Assert.Empty(await staff.FindAsync("中村"));
        Assert.Equal(["井上　恵子"], await staff.FindAsync("いのうえけいこ"));
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Terms.CountAsync(t => t.Term.StartsWith("ナカムラ"))));
    }
}
