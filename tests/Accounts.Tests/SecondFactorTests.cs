using System.Net;
using System.Text.RegularExpressions;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

public partial class SecondFactorTests
{
    private const string Password = "umi-no-mieru-heya-de";

    [Fact]
    public async Task Who_has_only_a_password_is_led_to_set_up_the_second_and_can_do_nothing_else()
    {
        await using var app = await Start.AppAsync("required");
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);

        var page = await PasswordAsync(app.Visitor);

        Assert.Equal("2段階目を決める", page.Heading);
        foreach (var closed in new[] { "/staff", "/staff/accounts", "/staff/security", "/staff/password", "/staff/confirm" })
        {
            Assert.Equal("職員サインイン", (await app.Visitor.OpenAsync(closed)).Heading);
        }
    }

    [Fact]
    public async Task An_app_is_set_up_with_its_first_code_and_asked_for_from_then_on()
    {
        await using var app = await Start.AppAsync("required");
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await PasswordAsync(app.Visitor);
        var key = await SetUpAsync(app, app.Visitor);
        Assert.Equal("今日", (await app.Visitor.OpenAsync("/staff")).Heading[..2]);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = app.NewBrowser();
        var asked = await PasswordAsync(browser);
        Assert.Equal("確認コードを入力", asked.Heading);
        Assert.Equal("職員サインイン", (await browser.OpenAsync("/staff")).Heading);
        var page = await browser.SubmitAsync(await browser.OpenAsync(asked.Url.PathAndQuery), new { Code = CodeNow(app, key) });

        Assert.Equal("/staff", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_code_is_good_once_and_one_step_around_now()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var key = await SetUpAsync(app, await SignedInAsync(app));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var used = CodeNow(app, key);
        Assert.Equal("/staff", (await EnterAsync(app, used)).Url.AbsolutePath);

        Assert.NotEmpty((await EnterAsync(app, used)).Errors);
        Assert.Equal("/staff", (await EnterAsync(app, CodeNow(app, key, +1))).Url.AbsolutePath);
        Assert.NotEmpty((await EnterAsync(app, CodeNow(app, key, -1))).Errors);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotEmpty((await EnterAsync(app, CodeNow(app, key, +2))).Errors);
        Assert.NotEmpty((await EnterAsync(app, CodeNow(app, key, -2))).Errors);
        Assert.Equal("/staff", (await EnterAsync(app, CodeNow(app, key, -1))).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_code_sent_by_many_at_the_same_moment_lets_one_in()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var key = await SetUpAsync(app, await SignedInAsync(app));
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        var pages = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => EnterAsync(app, CodeNow(app, key))));

        Assert.Single(pages, p => p.Url.AbsolutePath == "/staff");
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_the_account_although_the_password_is_right_each_time()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var key = await SetUpAsync(app, await SignedInAsync(app));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < Account.WrongPasswords; i++)
        {
            await EnterAsync(app, "000000");
        }

        Assert.NotEmpty((await PasswordAsync(app.NewBrowser())).Errors);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/staff", (await EnterAsync(app, CodeNow(app, key))).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_new_ones_make_the_old_worthless()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var browser = await SignedInAsync(app);
        var codes = new List<string>();
        await SetUpAsync(app, browser, codes);
        Assert.Equal(RecoveryCode.Many, codes.Count);

        Assert.Equal("/staff", (await EnterAsync(app, codes[0])).Url.AbsolutePath);
        Assert.NotEmpty((await EnterAsync(app, codes[0])).Errors);
        Assert.Contains("残り 9 個", (await browser.OpenAsync("/staff/security")).Text, StringComparison.Ordinal);

        var renewed = await browser.SubmitAsync(await browser.OpenAsync("/staff/security/recovery-codes"));
        Assert.Equal(RecoveryCode.Many, renewed.Document.QuerySelectorAll("code").Length);
        Assert.NotEmpty((await EnterAsync(app, codes[1])).Errors);
        Assert.DoesNotContain(codes[0], await StoredAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_stands_on_the_page_and_the_key_beside_it_and_the_database_holds_neither()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var browser = await SignedInAsync(app);

        var page = await browser.OpenAsync("/staff/sign-in/app");
        Assert.NotNull(page.Document.QuerySelector("svg.qr[role=img][aria-label] path"));
        Assert.Matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.Text);
        await SetUpAsync(app, browser);

        Assert.DoesNotMatch("[A-Z2-7]{32}", await StoredAsync(app));
    }

    [Fact]
    public async Task A_new_password_does_not_take_the_second_step_away()
    {
        await using var app = await Start.AppAsync();
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await SetUpAsync(app, await SignedInAsync(app));
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var shown = await office.SubmitAsync(await office.OpenAsync($"/staff/accounts/{account.Id}/code"));

        var browser = app.NewBrowser();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/first"), new { Name = "yamada", Code = shown.Find(".result .number strong").TextContent, New = "yama-no-mieru-heya", Again = "yama-no-mieru-heya" });

        Assert.Equal("確認コードを入力", page.Heading);
        Assert.Equal("職員サインイン", (await browser.OpenAsync("/staff")).Heading);
    }

    [Fact]
    public async Task Two_people_are_needed_to_take_a_lost_second_step_away_and_to_give_a_new_password()
    {
        await using var app = await Start.AppAsync("required");
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await PasswordAsync(app.Visitor);
        await SetUpAsync(app, app.Visitor);
        var (one, other) = (await app.SignInAsync(RoleKeys.HeadOffice), await app.SignInAsync(RoleKeys.HeadOffice));

        var code = await one.SubmitAsync(await one.OpenAsync($"/staff/accounts/{account.Id}/code"));
        Assert.Equal(HttpStatusCode.OK, code.Status);
        Assert.Equal(["設定コードを発行した人は外せません。別の本部職員に頼んでください。"], (await one.SubmitAsync(await one.OpenAsync($"/staff/accounts/{account.Id}/remove-factors"))).Errors);
        await other.SubmitAsync(await other.OpenAsync($"/staff/accounts/{account.Id}/remove-factors"));
        Assert.Equal(["2段階目を外した人は発行できません。別の本部職員に頼んでください。"], (await other.SubmitAsync(await other.OpenAsync($"/staff/accounts/{account.Id}/code"))).Errors);

        var browser = app.NewBrowser();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/first"), new { Name = "yamada", Code = code.Find(".result .number strong").TextContent, New = "yama-no-mieru-heya", Again = "yama-no-mieru-heya" });
        Assert.Equal("2段階目を決める", page.Heading);
    }

    [Fact]
    public async Task Whoever_issued_the_code_does_not_take_the_second_step_away_after_using_it_either()
    {
        await using var app = await Start.AppAsync("required");
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await PasswordAsync(app.Visitor);
        await SetUpAsync(app, app.Visitor);
        var one = await app.SignInAsync(RoleKeys.HeadOffice);
        var code = (await one.SubmitAsync(await one.OpenAsync($"/staff/accounts/{account.Id}/code"))).Find(".result .number strong").TextContent;
        using var browser = app.NewBrowser();
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/first"), new { Name = "yamada", Code = code, New = "yama-no-mieru-heya", Again = "yama-no-mieru-heya" });

        Assert.Equal(["設定コードを発行した人は外せません。別の本部職員に頼んでください。"], (await one.SubmitAsync(await one.OpenAsync($"/staff/accounts/{account.Id}/remove-factors"))).Errors);
    }

    [Fact]
    public async Task The_last_second_step_stays_where_one_is_required()
    {
        await using var app = await Start.AppAsync("required");
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await PasswordAsync(app.Visitor);
        await SetUpAsync(app, app.Visitor);

        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/staff/security/remove-app"));

        Assert.Equal(["最後の2段階目はやめられません。先にパスキーを作ってください。"], page.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}")]
    [InlineData("{\"id\":\"*\",\"rawId\":\"*\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"*\",\"authenticatorData\":\"*\",\"signature\":\"*\"},\"clientExtensionResults\":{}}")]
    public async Task A_passkey_that_is_none_is_refused_in_a_sentence(string credential)
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var browser = await SignedInAsync(app);

        Assert.Single((await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/staff/sign-in/passkey"), new { Credential = credential })).Errors);
        Assert.Single((await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/new-passkey"), new { Credential = credential })).Errors);
        Assert.Single((await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/new-passkey"), new { State = "x", Credential = credential })).Errors);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start_by_its_name()
    {
        var wrong = await Assert.ThrowsAsync<WrongConfiguration>(() => Start.AppAsync("perhaps"));

        Assert.Contains("Accounts__StaffSecondFactor", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_setting_the_second_step_is_required()
    {
        await using var app = await KominkanApp.StartAsync(b =>
        {
            b.Configuration["Accounts:StaffSecondFactor"] = null;
            b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1);
        });
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);

        Assert.Equal("2段階目を決める", (await PasswordAsync(app.Visitor)).Heading);
    }

    private static async Task<Browser> SignedInAsync(KominkanApp app)
    {
        var browser = app.NewBrowser();
        await PasswordAsync(browser);
        return browser;
    }

    private static async Task<Page> PasswordAsync(Browser browser) =>
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), new { Name = "yamada", Password });

    private static async Task<Page> EnterAsync(KominkanApp app, string code)
    {
        var browser = app.NewBrowser();
        var page = await PasswordAsync(browser);
        return page.Heading == "確認コードを入力" ? await browser.SubmitAsync(page, new { Code = code }) : page;
    }

    /// <summary>Reads the key off the page as somebody without a camera does, and shows the first code.</summary>
    private static async Task<byte[]> SetUpAsync(KominkanApp app, Browser browser, List<string>? codes = null)
    {
        var page = await browser.OpenAsync("/staff/sign-in/app");
        var key = FromBase32(TypedKey().Match(page.Text).Value.Replace(" ", "", StringComparison.Ordinal));
        var done = await browser.SubmitAsync(page, new { Code = CodeNow(app, key) });
        Assert.Equal("回復コードを控えてください", done.Heading);
        codes?.AddRange(done.Document.QuerySelectorAll("code").Select(c => c.TextContent));
        return key;
    }

    private static string CodeNow(KominkanApp app, byte[] key, int steps = 0) => Totp.Code(key, Totp.StepAt(app.Clock.UtcNow()) + steps);

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    private static Task<string> StoredAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var account = await s.GetRequiredService<AccountsDb>().Users.Include(a => a.RecoveryCodes).SingleAsync(a => a.UserName == "yamada");
        return account.TotpSecret + string.Join(' ', account.RecoveryCodes.Select(r => r.Hash));
    });

    [GeneratedRegex("([A-Z2-7]{4} ){7}[A-Z2-7]{4}")]
    private static partial Regex TypedKey();
}
