using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

public class SessionTests
{
    private const string Password = "umi-no-mieru-heya-de";

    [Fact]
    public async Task Ones_devices_are_listed_and_one_of_them_is_signed_out()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var (here, there) = (await SignedInAsync(app, "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36"), await SignedInAsync(app, "Mozilla/5.0 (iPhone) Version/17.0 Mobile/15E148 Safari/604.1"));

        var list = await here.OpenAsync("/staff/security/sessions");
        Assert.Contains("WindowsのChrome（この端末）", list.Text, StringComparison.Ordinal);
        Assert.Contains("iPhoneのSafari", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("iPhoneのSafari（この端末）", list.Text, StringComparison.Ordinal);

        var other = list.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("iPhone", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        list = await here.SubmitAsync(await here.OpenAsync(other));
        Assert.DoesNotContain("iPhone", list.Text, StringComparison.Ordinal);
        Assert.Equal("職員サインイン", (await there.OpenAsync("/staff/security")).Heading);
        Assert.Equal("サインインの設定", (await here.OpenAsync("/staff/security")).Heading);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_this_one_too()
    {
        await using var app = await Start.AppAsync();
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var (here, there) = (await app.BrowserOfAsync(account), await app.BrowserOfAsync(account));

        await here.SubmitAsync(await here.OpenAsync("/staff/security/sessions/end-all"));

        Assert.Equal("職員サインイン", (await here.OpenAsync("/staff/security")).Heading);
        Assert.Equal("職員サインイン", (await there.OpenAsync("/staff/security")).Heading);
    }

    [Fact]
    public async Task A_cookie_copied_before_signing_out_opens_nothing_afterwards()
    {
        await using var app = await Start.AppAsync();
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var browser = await SignedInAsync(app, "x");
        var copied = browser.Cookies.GetCookies(new Uri(app.Address))[PublicPage.SignedInCookie]!.Value;
        await browser.SubmitAsync(await browser.OpenAsync("/staff/security"), null, "form[action='/staff/sign-out']");

        var thief = app.NewBrowser();
        thief.Cookies.Add(new Uri(app.Address), new Cookie(PublicPage.SignedInCookie, copied));

        Assert.Equal("職員サインイン", (await thief.OpenAsync("/staff/security")).Heading);
    }

    [Fact]
    public async Task What_one_host_ends_or_takes_away_another_refuses_within_a_minute_and_a_new_session_counts_at_once()
    {
        await using var app = await Start.AppAsync();
        await using var other = await app.AnotherHostAsync(b => b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1));
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        Browser At(Browser browser)
        {
            var there = other.NewBrowser();
            there.Cookies.Add(new Uri(other.Address), new Cookie(PublicPage.SignedInCookie, browser.Cookies.GetCookies(new Uri(app.Address))[PublicPage.SignedInCookie]!.Value));
            return there;
        }

        var first = await SignedInAsync(app, "x");
        Assert.Equal("利用者", (await At(first).OpenAsync("/staff/accounts")).Heading);
        var second = await SignedInAsync(app, "y");
        Assert.Equal("利用者", (await At(second).OpenAsync("/staff/accounts")).Heading);

        var (firstThere, secondThere) = (At(first), At(second));
        await first.SubmitAsync(await first.OpenAsync("/staff/security"), null, "form[action='/staff/sign-out']");
        await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Grants.Where(g => g.AccountId == account.Id).ExecuteDeleteAsync());
        app.Clock.Advance(AccessCache.Lifetime);

        Assert.Equal("職員サインイン", (await firstThere.OpenAsync("/staff/accounts")).Heading);
        Assert.Equal(HttpStatusCode.Forbidden, (await secondThere.OpenAsync("/staff/accounts")).Status);
    }

    [Fact]
    public async Task When_a_session_was_last_seen_is_written_by_the_job_and_never_by_a_page()
    {
        await using var app = await Start.AppAsync();
        var account = await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var browser = await app.BrowserOfAsync(account);
        app.Clock.Advance(TimeSpan.FromMinutes(7));
        await browser.OpenAsync("/staff/security");
        Assert.Equal(TimeSpan.Zero, await IdleAsync(app));

        await app.RunJobAsync("accounts.keep-sessions");
        Assert.Equal(TimeSpan.FromMinutes(7), await IdleAsync(app));

        app.Clock.Advance(TimeSpan.FromDays(120));
        await app.RunJobAsync("accounts.keep-sessions");
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Sessions.CountAsync()));
    }

    [Fact]
    public async Task Another_persons_session_is_not_found()
    {
        await using var app = await Start.AppAsync();
        await app.BrowserOfAsync(await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice));
        var session = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Sessions.Select(x => x.Id).SingleAsync());
        var browser = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/staff/security/sessions/{session}/end")).Status);
    }

    [Theory]
    [InlineData("http://127.0.0.1", "kominkan-account=", false)]
    [InlineData("https://kominkan.example.jp", "__Host-kominkan-account=", true)]
    public async Task The_cookie_is_out_of_reach_of_scripts_other_sites_and_plain_http(string site, string name, bool secure)
    {
        await using var app = await KominkanApp.StartAsync(b =>
        {
            b.Configuration["Site:BaseUrl"] = site;
            b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1);
        });
        await app.AccountAsync("yamada", Password, RoleKeys.HeadOffice);
        var form = await app.Visitor.OpenAsync("/staff/sign-in");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = app.Visitor.Cookies });
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Name"] = "yamada",
            ["Input.Password"] = Password,
            ["__RequestVerificationToken"] = form.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!,
        });
        using var answer = await http.PostAsync(form.Url, content);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(name, StringComparison.Ordinal));
        Assert.Equal(secure ? "path=/; secure; samesite=lax; httponly" : "path=/; samesite=lax; httponly", cookie[(cookie.IndexOf(';', StringComparison.Ordinal) + 2)..]);
    }

    private static Task<TimeSpan> IdleAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var session = await s.GetRequiredService<AccountsDb>().Sessions.AsNoTracking().SingleAsync();
        return session.LastSeenAt - session.StartedAt;
    });

    private static async Task<Browser> SignedInAsync(KominkanApp app, string device)
    {
        var browser = app.NewBrowser();
        browser.Http.DefaultRequestHeaders.Add("User-Agent", device);
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), new { Name = "yamada", Password });
        return browser;
    }
}
