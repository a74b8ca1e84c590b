using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

public class TwoPersonTests
{
    private const string Password = "umi-no-mieru-heya-de";

    [Fact]
    public async Task A_grant_counts_when_a_second_person_has_agreed_and_not_before()
    {
        await using var app = await Start.CityAsync();
        var (one, other) = (await app.SignInAsync(RoleKeys.HeadOffice), await app.SignInAsync(RoleKeys.HeadOffice));
        var receiver = await app.AccountAsync("suzuki", null, null);
        var browser = await app.BrowserOfAsync(receiver);
        var account = await ProposeAsync(one, receiver);
        Assert.Contains("承認待ち", account.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/staff")).Status);

        // It waits for the other, not for who asked.
        Assert.DoesNotContain("承認を待つ権限", (await one.OpenAsync("/staff")).Find("aside.todo").TextContent, StringComparison.Ordinal);
        Assert.Contains("承認を待つ権限", (await other.OpenAsync("/staff")).Find("aside.todo").TextContent, StringComparison.Ordinal);
        Assert.Contains("申請した人は承認できません。別の本部職員に頼んでください。", (await one.OpenAsync(Link(account, "approve"))).Text, StringComparison.Ordinal);

        await app.ApproveAsync(account, other);

        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/staff")).Status);
        var log = (await one.OpenAsync(account.Url.AbsolutePath)).Text;
        Assert.Contains("窓口（全館）を申請", log, StringComparison.Ordinal);
        Assert.Contains("窓口（全館）を承認", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_agrees_to_what_they_asked_for_or_will_receive_even_past_the_page()
    {
        await using var app = await Start.CityAsync();
        var (one, other) = (await app.SignInAsync(RoleKeys.HeadOffice), await app.SignInAsync(RoleKeys.HeadOffice));
        var receiver = await app.AccountAsync("suzuki", null, RoleKeys.HeadOffice);
        var own = await app.BrowserOfAsync(receiver);
        var account = await ProposeAsync(one, receiver);
        var form = await other.OpenAsync(Link(account, "approve"));

        foreach (var browser in new[] { one, own })
        {
            // The form as somebody else got it, sent with one's own token.
            var token = (await browser.OpenAsync(Link(account, "refuse"))).Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;
            Assert.NotEmpty((await browser.SubmitAsync(form, new Dictionary<string, string> { ["__RequestVerificationToken"] = token })).Errors);
        }

        Assert.Equal(GrantState.Proposed, await StateAsync(app, account));
        Assert.Equal(["自分には付けられません。ほかの本部職員に頼んでください。"], (await own.SubmitAsync(await own.OpenAsync($"/staff/accounts/{receiver.Id}/grants/new"), new { RoleKey = RoleKeys.Counter, Scope = "City" })).Errors);
    }

    /// <summary>Whoever issued a code may be the one who used it.</summary>
    [Fact]
    public async Task Nobody_agrees_with_a_colleague_s_account_for_which_they_issued_the_code()
    {
        await using var app = await Start.CityAsync();
        var one = await app.SignInAsync(RoleKeys.HeadOffice);
        var colleague = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var account = await ProposeAsync(one, await app.AccountAsync("suzuki", null, null));
        var code = (await one.SubmitAsync(await one.OpenAsync($"/staff/accounts/{colleague.Id}/code"))).Find(".result .number strong").TextContent;
        using var browser = app.NewBrowser();
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/first"), new { Name = "yamada", Code = code, New = Password, Again = Password });

        var page = await browser.OpenAsync(Link(account, "approve"));
        Assert.Contains("申請した人が発行した設定コードで入っています。", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
        Assert.Equal(GrantState.Proposed, await StateAsync(app, account));

        // A third person's request has nothing to do with it.
        using var third = await app.SignInAsync(RoleKeys.HeadOffice);
        await app.ApproveAsync(await ProposeAsync(third, await app.AccountAsync("tanaka", null, null)), browser);
    }

    [Fact]
    public async Task A_grant_is_refused_with_a_reason_and_decided_once()
    {
        await using var app = await Start.CityAsync();
        var (one, other) = (await app.SignInAsync(RoleKeys.HeadOffice), await app.SignInAsync(RoleKeys.HeadOffice));
        var account = await ProposeAsync(one, await app.AccountAsync("suzuki", null, null));
        var (approve, refuse) = (await other.OpenAsync(Link(account, "approve")), await other.OpenAsync(Link(account, "refuse")));
        Assert.Equal(["理由を入力してください"], (await other.SubmitAsync(refuse, new { Why = "" })).Errors);

        await other.SubmitAsync(refuse, new { Why = "異動が取りやめになった" });

        Assert.Contains("異動が取りやめになった", (await one.OpenAsync(account.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        Assert.Equal(["この権限はすでに決まっています。"], (await other.SubmitAsync(approve)).Errors);
        Assert.Equal(GrantState.Refused, await StateAsync(app, account));
    }

    [Fact]
    public async Task Of_two_who_decide_at_the_same_moment_one_is_told()
    {
        await using var app = await Start.CityAsync();
        var offices = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SignInAsync(RoleKeys.HeadOffice)));
        var account = await ProposeAsync(offices[0], await app.AccountAsync("suzuki", null, null));
        var forms = new[] { await offices[1].OpenAsync(Link(account, "approve")), await offices[2].OpenAsync(Link(account, "refuse")) };

        var pages = await Task.WhenAll(offices[1].SubmitAsync(forms[0]), offices[2].SubmitAsync(forms[1], new { Why = "異動が取りやめになった" }));

        Assert.Single(pages, p => !p.Errors.Any());
    }

    [Fact]
    public async Task Ten_minutes_after_the_password_it_is_asked_for_anew()
    {
        await using var app = await Start.CityAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var browser = app.NewBrowser();
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), new { Name = "yamada", Password });
        var receiver = await app.AccountAsync("suzuki", null, null);
        var address = $"/staff/accounts/{receiver.Id}/grants/new";
        var form = await browser.OpenAsync(address);
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("もう一度確かめます", (await browser.SubmitAsync(form, new { RoleKey = RoleKeys.Counter, Scope = "City" })).Heading);
        var ask = await browser.OpenAsync(address);
        Assert.Equal("もう一度確かめます", ask.Heading);
        Assert.NotEmpty((await browser.SubmitAsync(ask, new { Password = "chigau-kotoba-wo-ireta" })).Errors);
        var page = await browser.SubmitAsync(ask, new { Password });

        Assert.Equal(address, page.Url.AbsolutePath);
        Assert.Equal("権限を申請する", page.Heading);
    }

    [Fact]
    public async Task Where_only_one_is_left_the_console_s_code_is_the_second_person()
    {
        await using var app = await Start.CityAsync();
        var one = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await ProposeAsync(one, await app.AccountAsync("suzuki", null, null));
        var form = await one.OpenAsync(Link(account, "approve"));

        Assert.Equal(["コードが違います。起動した画面の表示を確かめてください。"], (await one.SubmitAsync(form, new { Code = "AAAA-BBBB-CCCC" })).Errors);
        await one.SubmitAsync(form, new { app.Services.GetRequiredService<FirstAccountCode>().Code });

        Assert.Equal(GrantState.Approved, await StateAsync(app, account));
        Assert.Contains("起動画面のコードで", (await one.OpenAsync(account.Url.AbsolutePath)).Text, StringComparison.Ordinal);

        // As soon as there are two, it is no way in any more.
        await app.SignInAsync(RoleKeys.HeadOffice);
        account = await ProposeAsync(one, await app.AccountAsync("tanaka", null, null));
        Assert.Contains("申請した人は承認できません", (await one.OpenAsync(Link(account, "approve"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contractors_role_has_a_last_day()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await office.SubmitAsync(await office.OpenAsync("/staff/accounts/new"), new { Name = "itaku01", DisplayName = "委託 花子", IsContractor = "true" });
        Assert.Contains("委託（権限には終わりの日が要ります）", account.Text, StringComparison.Ordinal);
        var form = await office.OpenAsync(account.Url.AbsolutePath + "/grants/new");

        Assert.Equal(["委託の人の権限には、終わりの日を入れてください。"], (await office.SubmitAsync(form, new { RoleKey = RoleKeys.Counter, Scope = "City" })).Errors);
        var asked = await office.SubmitAsync(form, new { RoleKey = RoleKeys.Counter, Scope = "City", ValidTo = "2027-03-31" });
        Assert.Contains("R9.3.31", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instructor_sees_the_roll_of_their_own_course_and_of_no_other()
    {
        await using var app = await Start.CityAsync();
        var (mine, foreign) = (await app.CourseAsync(new() { Number = "T-1", SessionsInDays = [1] }), await app.CourseAsync(new() { Number = "T-2", SessionsInDays = [1] }));
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var receiver = await app.AccountAsync("koushi", null, null);
        var form = await office.OpenAsync($"/staff/accounts/{receiver.Id}/grants/new");
        Assert.NotEmpty((await office.SubmitAsync(form, new { RoleKey = RoleKeys.Instructor, Scope = "own:course", Own = "はじめての陶芸" })).Errors);
        var account = await office.SubmitAsync(form, new { RoleKey = RoleKeys.Instructor, Scope = "own:course", Own = "T-1" });
        await app.ApproveAsync(account);

        var browser = await app.BrowserOfAsync(receiver);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/staff")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(await SheetAsync(office, mine))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync(await SheetAsync(office, foreign))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync($"/staff/courses/{mine}/applications")).Status);
    }

    [Fact]
    public async Task Head_office_makes_a_role_of_its_own_renames_it_and_chooses_what_it_may()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var role = await office.SubmitAsync(await office.OpenAsync("/staff/roles/new"), new { Label = "分館の窓口" });
        await office.SubmitAsync(role, new Dictionary<string, string> { ["Permissions"] = AccountsModule.Today });
        var renamed = await office.SubmitAsync(await office.OpenAsync(role.Url.AbsolutePath + "/rename"), new { Label = "分館の受付" });
        Assert.Equal("分館の受付の権限", renamed.Heading);
        Assert.Equal(["同じ名前の役割があります。別の名前にしてください。"], (await office.SubmitAsync(await office.OpenAsync("/staff/roles/new"), new { Label = "館長" })).Errors);

        var receiver = await app.AccountAsync("suzuki", null, null);
        var account = await office.SubmitAsync(await office.OpenAsync($"/staff/accounts/{receiver.Id}/grants/new"), new { RoleKey = role.Url.Segments[^1], Scope = "City" });
        await app.ApproveAsync(account);
        Assert.Equal(HttpStatusCode.OK, (await (await app.BrowserOfAsync(receiver)).OpenAsync("/staff")).Status);
    }

    [Fact]
    public async Task Every_built_in_role_begins_with_its_own_today()
    {
        await using var app = await Start.CityAsync();
        foreach (var role in Role.BuiltInKeys)
        {
            using var browser = await app.SignInAsync(role, hallNo: role == RoleKeys.HeadOffice ? null : "1");
            var page = await browser.OpenAsync("/staff");
            Assert.Equal((role, HttpStatusCode.OK), (role, page.Status));
            foreach (var link in page.Document.QuerySelectorAll("header nav a").Select(a => a.GetAttribute("href")!))
            {
                Assert.Equal((role, link, HttpStatusCode.OK), (role, link, (await browser.OpenAsync(link)).Status));
            }
        }
    }

    [Fact]
    public async Task Grants_whose_hall_ward_course_or_asker_is_gone_are_listed_in_words_and_can_be_refused()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await ProposeAsync(office, await app.AccountAsync("suzuki", null, null));
        foreach (var scope in new[] { ScopeKind.Hall, ScopeKind.Ward, ScopeKind.Own })
        {
            await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Grants.Where(g => g.State == GrantState.Proposed).ExecuteUpdateAsync(u => u.SetProperty(g => g.Scope, scope).SetProperty(g => g.ProposedBy, Guid.NewGuid())));
            var words = scope switch { ScopeKind.Hall => "館", ScopeKind.Ward => "区", _ => "担当" };
            var list = await office.OpenAsync("/staff/grants");
            Assert.Equal(HttpStatusCode.OK, list.Status);
            Assert.Contains($"窓口（なくなった{words}）", list.Text, StringComparison.Ordinal);
            Assert.Contains("なくなった利用者", list.Text, StringComparison.Ordinal);
            Assert.Contains("なくなった" + words, (await office.OpenAsync(account.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        }

        await office.SubmitAsync(await office.OpenAsync(Link(account, "refuse")), new { Why = "館がなくなったため" });
        Assert.Contains("待っている権限はありません", (await office.OpenAsync("/staff/grants")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> ProposeAsync(Browser office, Account receiver) =>
        await office.SubmitAsync(await office.OpenAsync($"/staff/accounts/{receiver.Id}/grants/new"), new { RoleKey = RoleKeys.Counter, Scope = "City" });

    private static string Link(Page account, string act) => account.Find($"a[href$='/{act}']").GetAttribute("href")!;

    private static Task<GrantState> StateAsync(KominkanApp app, Page account) => app.DoAsync(s =>
    {
        var id = Guid.Parse(account.Url.Segments[^1]);
        return s.GetRequiredService<AccountsDb>().Grants.Where(g => g.AccountId == id && g.ProposedBy != null).Select(g => g.State).SingleAsync();
    });

    private static async Task<string> SheetAsync(Browser office, Guid course)
    {
        var session = (await office.OpenAsync($"/staff/courses/{course}")).Find("a[href*='/sessions/0']").GetAttribute("href")!.Split('/')[5];
        return $"/staff/courses/{course}/sessions/{session}/sheet";
    }
}
