using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

public class ManagingTests
{
    [Fact]
    public async Task Head_office_makes_an_account_and_its_owner_alone_knows_the_password()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await office.SubmitAsync(await office.OpenAsync("/staff/accounts/new"), new { Name = "suzuki", DisplayName = "鈴木 一郎" });
        Assert.StartsWith("鈴木 一郎", account.Heading, StringComparison.Ordinal);

        var hall = await app.DoAsync(async s => (await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo("3")!);
        account = await office.SubmitAsync(await office.OpenAsync(account.Url + "/grants/new"), new { RoleKey = RoleKeys.Counter, Scope = "Hall", HallId = hall.Id, ValidFrom = "2026-11-23" });
        Assert.Contains($"窓口（{hall.ShortName}）を申請（R8.11.23～期限なし）", account.Text, StringComparison.Ordinal);
        await app.ApproveAsync(account);

        var shown = await office.SubmitAsync(await office.OpenAsync(account.Url + "/code"));
        var code = shown.Find(".result .number strong").TextContent;

        var own = await FirstAsync(app.Visitor, "suzuki", code, "umi-no-mieru-heya-de");
        Assert.Equal("/staff", own.Url.AbsolutePath);
        Assert.Equal("パスワードを変える", (await app.Visitor.OpenAsync("/staff/password")).Heading);

        // Once only.
        Assert.NotEmpty((await FirstAsync(app.NewBrowser(), "suzuki", code, "yama-no-mieru-heya-de")).Errors);
    }

    [Fact]
    public async Task A_code_is_good_for_three_days()
    {
        await using var app = await Start.AppAsync();
        var code = "";
        await app.AccountAsync("suzuki", null, RoleKeys.Counter, a => code = a.IssueCode(app.Clock.UtcNow()));

        app.Clock.Advance(Account.CodeLives + TimeSpan.FromSeconds(1));

        Assert.Equal(["利用者IDか設定コードが違うか、期限切れです。本部に確かめてください。"], (await FirstAsync(app.Visitor, "suzuki", code, "umi-no-mieru-heya-de")).Errors);
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_the_account()
    {
        await using var app = await Start.AppAsync();
        var code = "";
        await app.AccountAsync("suzuki", null, RoleKeys.Counter, a => code = a.IssueCode(app.Clock.UtcNow()));
        for (var i = 0; i < Account.WrongPasswords; i++)
        {
            await FirstAsync(app.Visitor, "suzuki", "AAAA-BBBB-CCCC", "umi-no-mieru-heya-de");
        }

        Assert.NotEmpty((await FirstAsync(app.Visitor, "suzuki", code, "umi-no-mieru-heya-de")).Errors);
    }

    [Fact]
    public async Task An_ended_grant_is_gone_at_once_and_its_history_stays()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await app.AccountAsync("suzuki", null, RoleKeys.HeadOffice);
        var browser = await app.BrowserOfAsync(account);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/staff/accounts")).Status);

        var page = await office.OpenAsync($"/staff/accounts/{account.Id}");
        page = await office.SubmitAsync(await office.OpenAsync(page.Find("a[href$='/end']").GetAttribute("href")!));

        Assert.Contains("本部（全館）を終了", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/staff/accounts")).Status);
    }

    [Fact]
    public async Task A_stopped_account_is_out_at_once_and_in_again_when_it_goes_on()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await app.AccountAsync("suzuki", "umi-no-mieru-heya-de", RoleKeys.HeadOffice);
        var browser = await app.BrowserOfAsync(account);
        Assert.Equal("利用者", (await browser.OpenAsync("/staff/accounts")).Heading);

        await office.SubmitAsync(await office.OpenAsync($"/staff/accounts/{account.Id}/disable"));
        Assert.Equal("職員サインイン", (await browser.OpenAsync("/staff/accounts")).Heading);

        await office.SubmitAsync(await office.OpenAsync($"/staff/accounts/{account.Id}/enable"));
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/accounts"), new { Name = "suzuki", Password = "umi-no-mieru-heya-de" });
        Assert.Equal("利用者", page.Heading);
    }

    [Fact]
    public async Task Nobody_stops_or_strips_themselves()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("suzuki", null, RoleKeys.HeadOffice);
        var browser = await app.BrowserOfAsync(account);

        var stop = await browser.SubmitAsync(await browser.OpenAsync($"/staff/accounts/{account.Id}/disable"));
        Assert.Equal(["自分は停止できません。ほかの本部職員に頼んでください。"], stop.Errors);
        var end = await browser.SubmitAsync(await browser.OpenAsync($"/staff/accounts/{account.Id}/grants/{account.Grants[0].Id}/end"));
        Assert.Equal(["自分の権限は終了できません。ほかの本部職員に頼んでください。"], end.Errors);
    }

    [Fact]
    public async Task What_a_role_holds_changes_for_everybody_who_has_it_and_can_go_back()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var counter = await app.SignInAsync(RoleKeys.Counter);
        Assert.Equal(HttpStatusCode.Forbidden, (await counter.OpenAsync("/staff/accounts")).Status);

        var page = await office.SubmitAsync(await office.OpenAsync("/staff/roles/counter"), new Dictionary<string, string> { ["Permissions"] = AccountsModule.Manage });
        Assert.Contains("＋利用者と権限を管理する", page.Text, StringComparison.Ordinal);
        Assert.Contains("－今日を見る", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await counter.OpenAsync("/staff/accounts")).Status);

        await office.SubmitAsync(await office.OpenAsync("/staff/roles/counter/reset"));
        Assert.Equal(HttpStatusCode.Forbidden, (await counter.OpenAsync("/staff/accounts")).Status);
    }

    [Fact]
    public async Task Head_office_keeps_the_key_to_the_roles()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var page = await office.SubmitAsync(await office.OpenAsync("/staff/roles/head-office"), new Dictionary<string, string> { ["Permissions"] = AccountsModule.Today });

        Assert.Equal(["本部から「利用者と権限を管理する」は外せません。"], page.Errors);
        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync("/staff/roles")).Status);
    }

    [Theory]
    [InlineData("Hall", "", "", "館を選んでください。")]
    [InlineData("Hall", "0196f000-0000-7000-8000-000000000000", "", "館を選んでください。")]
    [InlineData("Ward", "", "", "区を選んでください。")]
    [InlineData("Ward", "", "火星区", "区を選んでください。")]
    [InlineData("9", "", "", "範囲を選んでください。")]
    [InlineData("own:moon", "", "", "範囲を選んでください。")]
    [InlineData("own:course", "", "", "どれを担当するか、番号か名前を入力してください。")]
    [InlineData("", "", "", "範囲を選んでください。")]
    public async Task A_grant_says_where_it_counts(string scope, string hall, string ward, string error)
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var account = await app.AccountAsync("suzuki", null, null);

        var page = await office.SubmitAsync(await office.OpenAsync($"/staff/accounts/{account.Id}/grants/new"), new { RoleKey = RoleKeys.Counter, Scope = scope, HallId = hall, Ward = ward });

        Assert.Contains(error, page.Errors);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Grants.CountAsync(g => g.AccountId == account.Id)));
    }

    [Fact]
    public async Task Somebody_is_found_by_name_whatever_width_it_is_typed_in()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await app.AccountAsync("hamada01", null, RoleKeys.Counter);

        Assert.Contains("hamada01", (await office.OpenAsync("/staff/accounts?q=" + Uri.EscapeDataString("ＨＡＭＡＤＡ"))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hamada01", (await office.OpenAsync("/staff/accounts?q=nanako")).Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_account_is_made_with_the_code_of_the_console_and_only_once()
    {
        await using var app = await Start.AppAsync();
        var code = app.Services.GetRequiredService<FirstAccountCode>().Code;
        Assert.Contains(code, Assert.Single(app.Services.GetServices<ISampleAccounts>().SelectMany(a => a.Lines)), StringComparison.Ordinal);
        var fields = new { Code = "AAAA-BBBB-CCCC", Name = "saisho", DisplayName = "最初 花子", New = "umi-no-mieru-heya-de", Again = "umi-no-mieru-heya-de" };

        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/staff/first-account"), fields);
        Assert.Equal(["コードが違います。起動した画面の表示を確かめてください。"], page.Errors);
        page = await app.Visitor.SubmitAsync(page, new { Code = code, fields.Name, fields.DisplayName, fields.New, fields.Again });

        Assert.Equal("利用者", page.Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor.OpenAsync("/staff/first-account")).Status);
        Assert.StartsWith("ほかに承認できる本部職員がいないときの承認コード", Assert.Single(app.Services.GetServices<ISampleAccounts>().SelectMany(a => a.Lines)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_accounts_can_sign_in()
    {
        await using var app = await Start.CityAsync();
        await app.DoAsync(s => s.GetServices<ISampleLife>().Single(l => l is SampleAccounts).FillAsync(app.Clock.Today(), default));

        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/staff/sign-in?returnUrl=/staff/accounts"), new { Name = "honbu", SampleAccounts.Password });

        Assert.Equal("利用者", page.Heading);
        Assert.Contains("館長（中央公民館）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_cannot_be_rewritten()
    {
        await using var app = await Start.CityAsync();
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await office.SubmitAsync(await office.OpenAsync("/staff/accounts/new"), new { Name = "suzuki", DisplayName = "鈴木 一郎" });

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.DoAsync(s => s.GetRequiredService<AccountsDb>().Changes.ExecuteDeleteAsync()));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => app.DoAsync(s => s.GetRequiredService<AccountsDb>().Changes.ExecuteUpdateAsync(u => u.SetProperty(c => c.What, "何もなし"))));
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Changes.CountAsync()));
    }

    [Fact]
    public async Task The_sample_accounts_break_no_rule_and_a_grant_in_no_hall_does()
    {
        await using var app = await Start.CityAsync();
        await app.DoAsync(s => s.GetServices<ISampleLife>().Single(l => l is SampleAccounts).FillAsync(app.Clock.Today(), default));
        Assert.All(await CheckAsync(app), i => Assert.True(i.Violations == 0, i.Name));

        var lost = await app.AccountAsync("suzuki", null, null);
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<AccountsDb>();
            db.Grants.Add(Grant.Make(lost.Id, RoleKeys.Counter, new GrantScope(ScopeKind.Hall, Guid.CreateVersion7()), app.Clock.Today(), null));
            await db.SaveChangesAsync();
        });
        Assert.Equal(1, (await CheckAsync(app)).Sum(i => i.Violations));
    }

    private static Task<List<Invariant>> CheckAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var found = new List<Invariant>();
        await foreach (var invariant in s.GetServices<IInvariants>().Single(i => i is AccountsInvariants).CheckAsync())
        {
            found.Add(invariant);
        }

        return found;
    });

    private static async Task<Page> FirstAsync(Browser browser, string name, string code, string password) =>
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/first"), new { Name = name, Code = code, New = password, Again = password });
}
