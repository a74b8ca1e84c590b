using System.Net;
using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts.Tests;

public class SignInTests
{
    private const string Password = "kaze-ga-fuku-asa-no-michi";
    private const string Wrong = "利用者IDかパスワードが違います。10回間違えると15分使えません。";

    [Fact]
    public async Task A_staff_member_signs_in_and_out()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);

        var page = await SignInAsync(app.Visitor, "Yamada", Password);
        Assert.Equal("/staff", page.Url.AbsolutePath);
        Assert.Equal("パスワードを変える", (await app.Visitor.OpenAsync("/staff/password")).Heading);

        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/staff/sign-out"));
        Assert.Equal("職員サインイン", (await app.Visitor.OpenAsync("/staff/password")).Heading);
    }

    [Theory]
    [InlineData("yamada", "kaze-ga-fuku-yoru-no-michi")]
    [InlineData("nobody", "kaze-ga-fuku-asa-no-michi")]
    [InlineData("stopped", "kaze-ga-fuku-asa-no-michi")]
    [InlineData("fresh", "kaze-ga-fuku-asa-no-michi")]
    public async Task Whatever_is_wrong_the_answer_is_the_same(string name, string password)
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await app.AccountAsync("fresh", null, RoleKeys.HeadOffice);
        await app.AccountAsync("stopped", Password, RoleKeys.HeadOffice, then: a => a.Disable(Guid.Empty));

        var page = await SignInAsync(app.Visitor, name, password);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal([Wrong], page.Errors);
        Assert.Equal("職員サインイン", (await app.Visitor.OpenAsync("/staff/password")).Heading);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        for (var i = 0; i < Account.WrongPasswords; i++)
        {
            await SignInAsync(app.Visitor, "yamada", "chigau-kotoba-wo-ireta");
        }

        Assert.Equal([Wrong], (await SignInAsync(app.Visitor, "yamada", Password)).Errors);
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/staff", (await SignInAsync(app.Visitor, "yamada", Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task Nine_wrong_passwords_and_a_right_one_start_the_count_anew()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        for (var i = 0; i < 2 * (Account.WrongPasswords - 1); i++)
        {
            await SignInAsync(app.NewBrowser(), "yamada", "chigau-kotoba-wo-ireta");
            if (i == Account.WrongPasswords - 2)
            {
                await SignInAsync(app.NewBrowser(), "yamada", Password);
            }
        }

        Assert.Equal("/staff", (await SignInAsync(app.Visitor, "yamada", Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_page_that_needs_somebody_asks_who_it_is_and_comes_back()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);

        var asked = await app.Visitor.OpenAsync("/staff/password");
        Assert.Equal("/staff/sign-in?returnUrl=%2Fstaff%2Fpassword", asked.Url.PathAndQuery);
        var page = await app.Visitor.SubmitAsync(asked, new { Name = "yamada", Password });

        Assert.Equal("/staff/password", page.Url.AbsolutePath);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com")]
    [InlineData("javascript:alert(1)")]
    public async Task An_address_elsewhere_is_not_where_one_comes_back_to(string elsewhere)
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);

        var asked = await app.Visitor.OpenAsync("/staff/sign-in?returnUrl=" + Uri.EscapeDataString(elsewhere));
        var page = await app.Visitor.SubmitAsync(asked, new { Name = "yamada", Password });

        Assert.Equal(new Uri(new Uri(app.Address), "/staff"), page.Url);
    }

    [Fact]
    public async Task Half_an_hour_without_work_ends_the_session()
    {
        await using var app = await Start.AppAsync();
        var browser = await app.SignInAsync(RoleKeys.HeadOffice);

        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("パスワードを変える", (await browser.OpenAsync("/staff/password")).Heading);
        app.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("パスワードを変える", (await browser.OpenAsync("/staff/password")).Heading);
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("職員サインイン", (await browser.OpenAsync("/staff/password")).Heading);
    }

    [Fact]
    public async Task Ten_hours_end_the_session_however_busy_it_was()
    {
        await using var app = await Start.AppAsync();
        var browser = await app.SignInAsync(RoleKeys.HeadOffice);
        for (var i = 0; i < 29; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal("パスワードを変える", (await browser.OpenAsync("/staff/password")).Heading);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("職員サインイン", (await browser.OpenAsync("/staff/password")).Heading);
    }

    [Fact]
    public async Task Guesses_made_at_the_same_moment_are_all_counted()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        await Task.WhenAll(Enumerable.Range(0, Account.WrongPasswords).Select(_ => SignInAsync(app.NewBrowser(), "yamada", "chigau-kotoba-wo-ireta")));

        Assert.Equal([Wrong], (await SignInAsync(app.Visitor, "yamada", Password)).Errors);
    }

    [Fact]
    public async Task A_code_sent_twice_at_the_same_moment_is_used_once()
    {
        await using var app = await Start.AppAsync();
        var code = "";
        await app.AccountAsync("suzuki", null, RoleKeys.Counter, a => code = a.IssueCode(app.Clock.UtcNow()));

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var browser = app.NewBrowser();
            var words = $"umi-no-mieru-heya-{i}-de";
            return await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/first"), new { Name = "suzuki", Code = code, New = words, Again = words });
        }));

        Assert.Single(pages, p => p.Url.AbsolutePath == "/staff");
        Assert.Equal(7, pages.Count(p => p.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_crowd_at_the_door_is_told_when_to_come_back()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var form = await app.Visitor.OpenAsync("/staff/sign-in");
        var checks = app.Checks();
        var turns = Enumerable.Range(0, PasswordChecks.AtOnce + PasswordChecks.MayWait).Select(_ => checks.TakeTurnAsync(default).AsTask()).ToList();

        var page = await app.Visitor.SubmitAsync(form, new { Name = "yamada", Password });

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal([PasswordChecks.Busy], page.Errors);
        foreach (var turn in turns)
        {
            (await turn).Dispose();
        }

        Assert.Equal("/staff", (await SignInAsync(app.Visitor, "yamada", Password)).Url.AbsolutePath);
    }

    private static async Task<Page> SignInAsync(Browser browser, string name, string password) =>
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), new { Name = name, Password = password });
}
