using System.Net;
using System.Text;
using Kominkan.Notifications.Contracts;
using Kominkan.People.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Privacy.Tests;

/// <summary>What is a person's, and what is somebody else's although it stands beside it.</summary>
public sealed class WhoseTests
{
    private const string Old = "096-111-2222";
    private const string OldMail = "mukashi@kawasemi.example";

    [Fact]
    public async Task What_only_a_record_merged_away_tells_is_found_and_erased()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        var (kept, _) = (await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail), await RegisterAsync(app, "コウノス", Old, OldMail));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var compare = await office.OpenAsync((await office.OpenAsync("/staff/people/duplicates")).Find("tbody a").GetAttribute("href")!);
        await office.SubmitAsync(compare, new Dictionary<string, string> { ["Input.Keep"] = "left", ["Input.Take[phones]"] = "left", ["Input.Take[mail]"] = "left" });
        // A slip by the old number, and a message to the old address.
        await app.ApplicationAsync(await app.CourseAsync(), new GivenApplication { People = [[Planted.Family, Planted.Given, Planted.Kana, "ヒスイコ"]], Birth = null, Phone = Old });
        await app.DoAsync(s => s.GetRequiredService<IMessages>().PostAsync(new NewMessage { Kind = "test", Subject = Guid.NewGuid(), Channel = MessageChannel.Mail, Recipient = new MessageRecipient("", OldMail), Title = "席", Body = $"{Planted.Family}様" }));

        var data = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{kept}"), new { Reason = "本人からの開示の請求" });
        Assert.Contains(Old, data.Text, StringComparison.Ordinal);
        Assert.Contains(OldMail, data.Text, StringComparison.Ordinal);
        await EraseAsync(office, kept);

        Assert.DoesNotContain(await app.LeftAsync(), l => !l.Contains("WAL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_with_the_persons_address_is_theirs_without_a_family_and_is_shut_at_once()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        using var resident = app.NewBrowser();
        await post.ComeInAsync(app, resident, Planted.Mail);
        Assert.Equal("/my", (await resident.OpenAsync("/my")).Url.AbsolutePath);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("アカウント（1件）", (await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = "本人からの開示の請求" })).Text, StringComparison.Ordinal);
        await EraseAsync(office, person);

        Assert.Equal("/sign-in", (await resident.OpenAsync("/my")).Url.AbsolutePath);
    }

    [Fact]
    public async Task What_went_to_the_address_they_sign_in_with_is_found_and_erased()
    {
        const string Mine = "hisui@kawasemi.example";
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Mine);
        var family = await BeginFamilyAsync(app.Visitor, Planted.Family, Planted.Given, Planted.Kana, "ヒスイコ");
        var person = Guid.Parse(family.Find("tbody a").GetAttribute("href")!.Split('/')[3]);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var data = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = "本人からの開示の請求" });
        Assert.Contains("お知らせ（1件）", data.Text, StringComparison.Ordinal);
        Assert.Contains(Mine, data.Text, StringComparison.Ordinal);
        await EraseAsync(office, person);

        Assert.DoesNotContain(await app.LeftAsync(), l => !l.Contains("WAL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_the_same_address_keeps_what_was_sent_to_them()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        var other = await app.DoAsync(s => s.GetRequiredService<IPeople>().RegisterAsync(new PersonDetails { FamilyName = "森", GivenName = "一葉", FamilyKana = "モリ", GivenKana = "カズハ", Mail = Planted.Mail.ToUpperInvariant() }));
        foreach (var (name, title) in new[] { ("森　一葉", "森さんの席"), ("", "名前のない知らせ"), ($"{Planted.Family}　{Planted.Given}", "本人の席"), ("", $"{Planted.Family}{Planted.Given}さんの席") })
        {
            await app.DoAsync(s => s.GetRequiredService<IMessages>().PostAsync(new NewMessage { Kind = "test", Subject = Guid.NewGuid(), Recipient = new MessageRecipient(name, Planted.Mail), Title = title, Body = "決まりました。" }));
        }

        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var data = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = "本人からの開示の請求" });
        Assert.Contains("お知らせ（2件）", data.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("森", data.Text, StringComparison.Ordinal);
        Assert.Contains("この方の名前があるものだけが消えます", (await office.OpenAsync($"/staff/privacy/{person}/erase")).Text, StringComparison.Ordinal);
        await EraseAsync(office, person);

        Assert.DoesNotContain(await app.LeftAsync(), l => l.Contains(Planted.Family, StringComparison.Ordinal) && !l.Contains("WAL", StringComparison.Ordinal));
        data = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{other}"), new { Reason = "本人からの開示の請求" });
        // Nobody else on record has the address any more.
        Assert.Contains("お知らせ（2件）", data.Text, StringComparison.Ordinal);
        Assert.Contains("森さんの席", data.Text, StringComparison.Ordinal);
        Assert.Contains("名前のない知らせ", data.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_of_who_shares_the_address_stays_open()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Planted.Mail);
        await BeginFamilyAsync(app.Visitor, "森", "一葉", "モリ", "カズハ");
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Contains("アカウント（0件）", (await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = "本人からの開示の請求" })).Text, StringComparison.Ordinal);
        await EraseAsync(office, person);

        Assert.Contains("森", (await app.Visitor.OpenAsync("/my/family")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_on_its_way_in_that_names_them_goes_and_another_stays()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var theirs = await UploadAsync(office, $"名簿,,\n氏名,フリガナ,備考\n佐藤 誠,サトウ マコト,友人は{Planted.Phone}\n{Planted.Family}　{Planted.Given},{Planted.Kana} ヒスイコ,");
        var others = await UploadAsync(office, "氏名,フリガナ,備考\n佐藤 誠,サトウ マコト,");
        await EraseAsync(office, person);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await office.OpenAsync(theirs)).Status, (await office.OpenAsync(others)).Status));
    }

    [Fact]
    public async Task The_contact_of_a_slip_stays_for_the_others_and_goes_with_whose_it_is()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync(new GivenCourse { GroupLimit = 3 });
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        string[] friend = ["佐藤", "誠", "サトウ", "マコト"], own = [Planted.Family, Planted.Given, Planted.Kana, "ヒスイコ"];
        var birth = new DateOnly(1961, 5, 6);
        var friends = await app.ApplicationAsync(course, new GivenApplication { People = [friend, own], Birth = birth, Phone = "090-3333-4444" });
        var theirs = await app.ApplicationAsync(await app.CourseAsync(new GivenCourse { GroupLimit = 3 }), new GivenApplication { People = [friend, own], Birth = birth, Phone = Planted.Phone });
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var data = await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = "本人からの開示の請求" });
        Assert.DoesNotContain("090-3333-4444", data.Text, StringComparison.Ordinal);
        await EraseAsync(office, person);

        Assert.Contains("090-3333-4444", (await office.OpenAsync($"/staff/applications/{friends}")).Html, StringComparison.Ordinal);
        Assert.Contains("佐藤", (await office.OpenAsync($"/staff/applications/{theirs}")).Text, StringComparison.Ordinal);
        Assert.Empty(await app.LeftAsync());
    }

    [Fact]
    public async Task Who_looked_at_a_place_of_theirs_that_is_linked_to_nobody_is_told()
    {
        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        await app.ApplicationAsync(course, new GivenApplication { People = [[Planted.Family, Planted.Given, Planted.Kana, "ヒスイコ"]], Birth = new(1961, 5, 6) });
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await counter.OpenAsync($"/staff/courses/{course}/roster");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Contains("受講者名簿", (await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}"), new { Reason = "本人からの開示の請求" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_presses_again_is_told_that_it_is_done()
    {
        await using var app = await KominkanApp.StartAsync();
        var person = await RegisterAsync(app, "コウノス", Planted.Phone, Planted.Mail);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var (form, late) = (await office.OpenAsync($"/staff/privacy/{person}/erase"), await office.OpenAsync($"/staff/privacy/{person}/erase"));
        foreach (var page in new[] { form, form, late })
        {
            Assert.Equal("/staff/people", (await office.SubmitAsync(page, new { Reason = "本人からの消去の請求", Checked = "true" })).Url.AbsolutePath);
        }
    }

    private static Task<Guid> RegisterAsync(KominkanApp app, string kana, string phone, string mail) => app.DoAsync(s => s.GetRequiredService<IPeople>().RegisterAsync(
        new PersonDetails { FamilyName = Planted.Family, GivenName = Planted.Given, FamilyKana = kana, GivenKana = "ヒスイコ", Birth = new(1961, 5, 6), Phone = phone, Mail = mail }));

    private static async Task<Page> BeginFamilyAsync(Browser resident, string family, string given, string familyKana, string givenKana) => await resident.SubmitAsync(await resident.OpenAsync("/my/family/new"), new Dictionary<string, string>
    {
        ["FamilyName"] = family,
        ["GivenName"] = given,
        ["FamilyKana"] = familyKana,
        ["GivenKana"] = givenKana,
        ["Birth.Era"] = "昭和",
        ["Birth.Year"] = "36",
        ["Birth.Month"] = "5",
        ["Birth.Day"] = "6",
    });

    private static async Task EraseAsync(Browser office, Guid person) =>
        Assert.Empty((await office.SubmitAsync(await office.OpenAsync($"/staff/privacy/{person}/erase"), new { Reason = "本人からの消去の請求", Checked = "true" })).Errors);

    private static async Task<string> UploadAsync(Browser office, string text) =>
        (await office.UploadAsync(await office.OpenAsync("/staff/people/import"), "名簿.csv", Encoding.UTF8.GetBytes(text))).Url.AbsolutePath;
}
