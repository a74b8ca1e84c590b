using System.Net;
using Kominkan.People.Contracts;
using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.People.Tests.Pages;

public sealed class PersonTests
{
    private static readonly Dictionary<string, string> Yamada = new()
    {
        ["FamilyName"] = "山田",
        ["GivenName"] = "太郎",
        ["FamilyKana"] = "やまだ",
        ["GivenKana"] = "ﾀﾛｳ",
        ["Birth.Era"] = "昭和",
        ["Birth.Year"] = "30",
        ["Birth.Month"] = "4",
        ["Birth.Day"] = "5",
        ["Phone"] = "０９６－０００－０００１",
    };

    [Fact]
    public async Task Somebody_is_registered_on_one_page_and_gets_a_number_to_be_read_aloud()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), Yamada);
        Assert.Equal("山田　太郎", page.Heading);
        Assert.Contains("登録しました。番号は100001-", page.Text, StringComparison.Ordinal);
        Assert.Contains("ヤマダ タロウ", page.Text, StringComparison.Ordinal);
        Assert.Contains("昭和30年（1955年）4月5日", page.Text, StringComparison.Ordinal);
        var person = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.AsNoTracking().SingleAsync());
        Assert.Equal("０９６－０００－０００１", person.Details.Phone);
    }

    [Fact]
    public async Task The_same_person_is_not_registered_twice_unless_the_clerk_says_it_is_another()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), Yamada);
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), Yamada);
        Assert.Contains("同じ方かもしれない記録があります", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("山田 太郎（100001-", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(page, new { Separate = "true" });
        Assert.Equal("山田　太郎", page.Heading);
        Assert.Contains("同じ方かもしれない記録があります（フリガナと生年月日が同じ）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_who_edit_at_once_is_told_and_overwrites_nothing()
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync();
        var (one, other) = (await app.HeadOfficeAsync(), await app.HeadOfficeAsync());
        var (first, second) = (await one.OpenAsync($"/staff/people/{id}/edit"), await other.OpenAsync($"/staff/people/{id}/edit"));
        await one.SubmitAsync(first, new { Phone = "090-0000-0005" });
        var page = await other.SubmitAsync(second, new { Phone = "090-0000-0006", Mail = "a@example.jp" });
        Assert.Contains("ほかの人が先に変更しました", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("a@example.jp", page.Find("[name='Input.Mail']").GetAttribute("value"));
        Assert.Equal("090-0000-0005", (await app.ReadAsync(id)).Details.Phone);
    }

    [Theory]
    [InlineData("FamilyName", "", "姓")]
    [InlineData("FamilyKana", "山田", "フリガナ")]
    [InlineData("FamilyKana", "", "フリガナ")]
    [InlineData("Phone", "123", "電話番号")]
    [InlineData("Phone2", "1234567890", "電話番号")]
    [InlineData("Mail", "yamada", "メール")]
    [InlineData("Mail", "ｙamada@example.jp", "メールアドレスは name@example.jp のように入力してください。")]
    [InlineData("Birth.Month", "13", "生年月日")]
    [InlineData("Birth.Era", "令和", "生年月日")]
    [InlineData("Contact", "Mail", "メール")]
    [InlineData("Contact", "Postcard", "住所")]
    [InlineData("Shown", "Alias", "通称")]
    public async Task What_cannot_be_taken_is_said_and_the_form_comes_back_as_it_was_typed(string field, string value, string word)
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"), new Dictionary<string, string>(Yamada) { ["GivenName"] = "\U00020BB7郎", [field] = value });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(word, page.Errors.First(), StringComparison.Ordinal);
        Assert.Equal("\U00020BB7郎", page.Find("[name='Input.GivenName']").GetAttribute("value"));
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<PeopleDb>().People.CountAsync()));
    }

    [Fact]
    public async Task A_foreign_resident_is_shown_by_the_name_they_chose()
    {
        await using var app = await KominkanApp.StartAsync();
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync("/staff/people/new"),
            new Dictionary<string, string>(Yamada) { ["FamilyName"] = "NGUYEN THI AN", ["GivenName"] = "", ["CardName"] = "NGUYEN THI AN", ["Alias"] = "田中　安", ["Shown"] = "Alias" });
        Assert.Equal("田中　安", page.Heading);
        Assert.Contains("NGUYEN THI AN", page.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_guardians_answer_for_a_child_and_each_sees_the_child()
    {
        await using var app = await KominkanApp.StartAsync();
        var child = await app.PersonAsync(Clerk.Nakamura with { GivenName = "陽菜", GivenKana = "ヒナ", Birth = new(2018, 5, 5) });
        var mother = await app.PersonAsync();
        await app.PersonAsync(Clerk.Nakamura with { GivenName = "誠", GivenKana = "マコト", Birth = new(1980, 1, 1), Phone = "090-0000-0003" });
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/guardians/new"), new { Who__Text = "なかむら けいこ", Relation = "母" });
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/guardians/new"), new { Who__Text = "090-0000-0003", Relation = "父" });
        Assert.Equal(2, page.Document.QuerySelectorAll("li").Count(l => l.TextContent.Contains("保護者", StringComparison.Ordinal) && l.TextContent.Contains("中村", StringComparison.Ordinal)));
        page = await staff.OpenAsync($"/staff/people/{mother}");
        Assert.Contains("中村 陽菜", page.Text, StringComparison.Ordinal);
        Assert.Contains("子ども", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/guardians/new"), new { Who__Text = "陽菜", Relation = "本人" });
        Assert.Contains("本人を保護者にはできません", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_several_fit_the_clerk_chooses_one()
    {
        await using var app = await KominkanApp.StartAsync();
        var child = await app.PersonAsync(Clerk.Nakamura with { FamilyName = "佐藤", FamilyKana = "サトウ", Birth = new(2018, 5, 5), Phone = "" });
        await app.PersonAsync();
        var father = await app.PersonAsync(Clerk.Nakamura with { GivenName = "誠", GivenKana = "マコト", Birth = new(1980, 1, 1) });
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{child}/guardians/new"), new { Who__Text = "中村", Relation = "父" });
        Assert.Contains("2人見つかりました", page.Errors.Single(), StringComparison.Ordinal);
        page = await staff.SubmitAsync(page, new { Who__PersonId = father.ToString() });
        Assert.Contains("中村 誠", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("中村 恵子", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_is_kept_with_its_version_and_asked_again_when_the_text_changes()
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        await staff.SubmitAsync(await staff.OpenAsync("/staff/people/purposes/new"), new { Label = "写真の掲載", Effect = "館だよりに載ります。" });
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{id}/consents"), new Dictionary<string, string> { ["Input.Answers[0].Given"] = "Yes" });
        Assert.Contains("同意", page.Text, StringComparison.Ordinal);
        Assert.Contains("第1版", page.Text, StringComparison.Ordinal);
        page = await staff.OpenAsync("/staff/people/purposes");
        await staff.SubmitAsync(await staff.OpenAsync(page.Find("tbody a").GetAttribute("href")!), new { Effect = "館だよりとホームページに載ります。" });
        app.Clock.Advance(TimeSpan.FromDays(2));
        staff = await app.HeadOfficeAsync();
        page = await staff.OpenAsync($"/staff/people/{id}");
        Assert.Contains("文面が変わった", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{id}/consents"), new Dictionary<string, string> { ["Input.Answers[0].Given"] = "No" });
        Assert.Contains("同意しない", page.Text, StringComparison.Ordinal);
        var kept = await app.DoAsync(s => s.GetRequiredService<PeopleDb>().Consents.OrderBy(c => c.At).Select(c => new { c.PurposeVersion, c.Given }).ToListAsync());
        Assert.Equal([(1, true), (2, false)], kept.Select(c => (c.PurposeVersion, c.Given)));
    }

    [Fact]
    public async Task An_identity_check_keeps_what_was_seen_by_whom_and_nothing_else()
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync();
        var staff = await app.HeadOfficeAsync();
        var page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{id}/identity/new"), new { Document = "運転免許証" });
        Assert.Contains("運転免許証", page.Text, StringComparison.Ordinal);
        Assert.Contains("R8.11.23 試験 太郎", page.Text, StringComparison.Ordinal);
        page = await staff.SubmitAsync(await staff.OpenAsync($"/staff/people/{id}/identity/new"), new { Document = "運転免許証", SeenOn = "2026-11-24" });
        Assert.Contains("今日までの日", page.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_person_is_nowhere_but_as_an_empty_record()
    {
        await using var app = await KominkanApp.StartAsync();
        var id = await app.PersonAsync(Clerk.Nakamura with { Mail = "keiko@example.jp" });
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<PeopleDb>();
            (await db.PersonAsync(id))!.Erase(app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        });
        var person = await app.ReadAsync(id);
        Assert.Equal((new PersonDetails(), "", "", 0), (person.Details, person.KanaKey, person.NameKey, person.Terms.Count));
        var staff = await app.HeadOfficeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await staff.OpenAsync($"/staff/people/{id}")).Status);
        Assert.Empty(await staff.FindAsync("100001"));
    }
}
