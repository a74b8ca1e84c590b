using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

public class ResidentTests
{
    private const string Mail = "keiko@example.jp";

    [Fact]
    public async Task Who_reads_the_mail_comes_in_the_first_time_and_every_time_to_the_same_account()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;

        var page = await post.ComeInAsync(app, app.Visitor, Mail);
        Assert.Equal(("/my", "マイページ"), (page.Url.AbsolutePath, page.Heading));
        await post.ComeInAsync(app, app.NewBrowser(), "KEIKO@example.jp");

        Assert.Equal(1, await CountAsync(app));
    }

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_answer_and_a_letter_each()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Mail);
        using var one = app.NewBrowser();
        using var other = app.NewBrowser();

        var known = await one.SubmitAsync(await one.OpenAsync("/sign-in"), new { Mail });
        var unknown = await other.SubmitAsync(await other.OpenAsync("/sign-in"), new { Mail = "dareka@example.jp" });

        Assert.Equal(known.Text.Replace(Mail, "X", StringComparison.Ordinal), unknown.Text.Replace("dareka@example.jp", "X", StringComparison.Ordinal));
        await app.RunJobAsync("notifications.send");
        Assert.Equal(post.Letters.Single(l => l.To == "dareka@example.jp").Title, post.Letters.Last(l => l.To == Mail).Title);
        Assert.Equal(1, await CountAsync(app));

        // With a password too: the right words for a wrong one say nothing.
        var words = new List<string>();
        foreach (var address in new[] { Mail, "dareka@example.jp" })
        {
            words.Add(Assert.Single((await one.SubmitAsync(await one.OpenAsync("/sign-in/password"), new { Mail = address, Password = "chigau-kotoba-wo-ireta" })).Errors));
        }

        Assert.Single(words.Distinct());
    }

    [Fact]
    public async Task A_code_is_good_once_for_ten_minutes_and_five_tries()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var form = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        var code = await post.CodeAsync(app, Mail);
        app.Clock.Advance(TimeSpan.FromMinutes(MailedCode.Minutes.Initial));
        Assert.NotEmpty((await app.Visitor.SubmitAsync(form, new { Code = code })).Errors);

        app.Clock.Advance(MailedCode.Pause);
        form = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        code = await post.CodeAsync(app, Mail);
        var wrong = code == "000000" ? "000001" : "000000";
        for (var i = 0; i < MailedCode.Tries; i++)
        {
            Assert.NotEmpty((await app.Visitor.SubmitAsync(form, new { Code = wrong })).Errors);
        }

        Assert.NotEmpty((await app.Visitor.SubmitAsync(form, new { Code = code })).Errors);

        // Used once, also by whoever kept the browser's cookie.
        form = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        code = await post.CodeAsync(app, Mail);
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Visitor.SubmitAsync(form, new { Code = code })));
        Assert.Single(pages, p => p.Url.AbsolutePath == "/my");
    }

    [Fact]
    public async Task Guesses_sent_at_the_same_moment_are_all_counted()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var form = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        var code = await post.CodeAsync(app, Mail);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.Visitor.SubmitAsync(form, new { Code = code == "00000" + i ? "999999" : "00000" + i })));

        Assert.NotEmpty((await app.Visitor.SubmitAsync(form, new { Code = code })).Errors);
        Assert.Equal(MailedCode.Tries, await app.DoAsync(s => s.GetRequiredService<AccountsDb>().MailedCodes.Select(c => c.Tried).SingleAsync()));
    }

    [Fact]
    public async Task One_address_gets_three_letters_in_a_quarter_of_an_hour_and_the_same_page_afterwards()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        Page page = null!;
        for (var i = 0; i < MailedCode.PerAddress + 2; i++)
        {
            page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        }

        await app.RunJobAsync("notifications.send");
        Assert.Equal(MailedCode.PerAddress, post.Letters.Count);
        Assert.Equal("メールの確認コードを入力", page.Heading);

        app.Clock.Advance(MailedCode.Pause);
        Assert.Equal("/my", (await post.ComeInAsync(app, app.NewBrowser(), Mail)).Url.AbsolutePath);
    }

    [Theory]
    [InlineData("")]
    [InlineData("keiko")]
    [InlineData("keiko@example.jp, other@example.jp")]
    [InlineData("keiko@example.jp\r\nBcc: other@example.jp")]
    public async Task An_address_that_cannot_be_read_is_told_so_and_nothing_is_sent(string mail)
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;

        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail = mail });

        Assert.Single(page.Errors);
        await app.RunJobAsync("notifications.send");
        Assert.Empty(post.Letters);
    }

    [Fact]
    public async Task A_resident_reaches_no_page_of_the_staff_and_staff_no_page_of_a_resident()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Mail);
        using var staff = await app.SignInAsync(RoleKeys.HeadOffice);

        foreach (var url in new[] { "/staff", "/staff/accounts", "/staff/security", "/staff/security/sessions", "/staff/password", "/staff/confirm", "/staff/people", "/staff/courses" })
        {
            Assert.Equal((url, HttpStatusCode.Forbidden), (url, (await app.Visitor.OpenAsync(url)).Status));
        }

        foreach (var url in new[] { "/my", "/my/security", "/my/sessions" })
        {
            Assert.Equal((url, HttpStatusCode.Forbidden), (url, (await staff.OpenAsync(url)).Status));
        }

        // A residents account is no colleague: the pages of accounts do not know it, and cannot give it a role.
        var account = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Users.Where(a => a.Kind == AccountKind.Resident).Select(a => a.Id).SingleAsync());
        foreach (var act in new[] { "", "/grants/new", "/code", "/disable", "/edit" })
        {
            Assert.Equal((act, HttpStatusCode.NotFound), (act, (await staff.OpenAsync($"/staff/accounts/{account}{act}")).Status));
        }
    }

    [Fact]
    public async Task The_staffs_sign_in_does_not_know_residents_and_the_residents_not_the_staff()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Mail);
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/my/security/password"), new { New = "umi-no-mieru-heya-de", Again = "umi-no-mieru-heya-de" });
        var name = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Users.Select(a => a.UserName!).SingleAsync());
        using var browser = app.NewBrowser();

        Assert.NotEmpty((await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), new { Name = name, Password = "umi-no-mieru-heya-de" })).Errors);
        Assert.Equal("/my", (await browser.SubmitAsync(await browser.OpenAsync("/sign-in/password"), new { Mail, Password = "umi-no-mieru-heya-de" })).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_page_that_needs_a_resident_asks_and_comes_back_but_never_elsewhere()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var asked = await app.Visitor.OpenAsync("/my/sessions");
        Assert.Equal("/sign-in?returnUrl=%2Fmy%2Fsessions", asked.Url.PathAndQuery);
        Assert.Equal("/my/sessions", (await post.ComeInAsync(app, app.Visitor, Mail, asked.Url.Query)).Url.AbsolutePath);

        foreach (var evil in new[] { "//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/", "/\t/evil.example", "/\r/evil.example", "javascript:alert(1)" })
        {
            app.Clock.Advance(MailedCode.Pause);
            using var browser = app.NewBrowser();
            var page = await post.ComeInAsync(app, browser, Mail, "?returnUrl=" + Uri.EscapeDataString(evil));
            Assert.Equal((evil, new Uri(new Uri(app.Address), "/my")), (evil, page.Url));
        }
    }

    [Fact]
    public async Task Settings_ask_for_a_new_proof_after_ten_minutes()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Mail);
        app.Clock.Advance(Session.Fresh);

        Assert.Equal("/sign-in?returnUrl=%2Fmy%2Fsecurity%2Fpassword", (await app.Visitor.OpenAsync("/my/security/password")).Url.PathAndQuery);
        app.Clock.Advance(MailedCode.Pause);
        Assert.Equal("/my/security/password", (await post.ComeInAsync(app, app.Visitor, Mail, "?returnUrl=%2Fmy%2Fsecurity%2Fpassword")).Url.AbsolutePath);
        Assert.Equal(1, (await app.Visitor.OpenAsync("/my/sessions")).Document.QuerySelectorAll("tbody tr").Length);
    }

    [Theory]
    [InlineData(false, 59, true)]
    [InlineData(false, 61, false)]
    [InlineData(true, 20 * 24 * 60, true)]
    [InlineData(true, 31 * 24 * 60, false)]
    public async Task A_resident_stays_an_hour_without_work_and_a_month_on_a_device_of_their_own(bool own, int minutes, bool isIn)
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        var page = await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        await app.Visitor.SubmitAsync(page, new { Code = await post.CodeAsync(app, Mail), OwnDevice = own ? "true" : "false" });

        app.Clock.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(isIn ? "/my" : "/sign-in", (await app.Visitor.OpenAsync("/my")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Fourteen_days_end_a_residents_session_however_busy_it_was()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        await post.ComeInAsync(app, app.Visitor, Mail);
        for (var i = 0; i < 14 * 24 * 60 / 50; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(50));
            Assert.Equal("/my/security", (await app.Visitor.OpenAsync("/my/security")).Url.AbsolutePath);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("/sign-in", (await app.Visitor.OpenAsync("/my/security")).Url.AbsolutePath);
    }

    [Fact]
    public async Task Pages_about_somebody_are_kept_nowhere_and_the_database_holds_no_code_and_no_strangers_address()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var _ = app;
        foreach (var url in new[] { "/sign-in", "/sign-in/password", "/my" })
        {
            using var answer = await app.Visitor.Http.GetAsync(new Uri(url, UriKind.Relative));
            Assert.Equal((url, true), (url, answer.Headers.CacheControl?.NoStore));
        }

        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/sign-in"), new { Mail });
        var code = await post.CodeAsync(app, Mail);
        var row = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().MailedCodes.AsNoTracking().SingleAsync());
        Assert.DoesNotContain(code, row.Sealed, StringComparison.Ordinal);
        Assert.DoesNotContain("keiko", row.AddressKey + row.Sealed, StringComparison.OrdinalIgnoreCase);
        app.Clock.Advance(TimeSpan.FromHours(1));
        await app.RunJobAsync("accounts.keep-sessions");
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<AccountsDb>().MailedCodes.CountAsync()));
    }

    private static Task<int> CountAsync(KominkanApp app) => app.DoAsync(s => s.GetRequiredService<AccountsDb>().Users.CountAsync());
}
