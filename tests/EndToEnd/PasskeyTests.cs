using System.Text.RegularExpressions;
using Kominkan.Accounts;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kominkan.EndToEnd;

/// <summary>Passkeys from the button to the session, with chromium's own virtual authenticator.</summary>
public sealed class PasskeyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "umi-no-mieru-heya-de";

    [Fact]
    public async Task Staff_set_one_up_after_their_first_password_and_need_no_password_afterwards()
    {
        var (app, _) = await StartAsync();
        await using var running = app;
        await using var visit = await WithAuthenticatorAsync(app);
        await visit.Page.GotoAsync(At(app, "/staff/sign-in"));
        await visit.Page.FillAsync("[name='Input.Name']", "yamada");
        await visit.Page.FillAsync("[name='Input.Password']", Password);
        await PressAsync(visit, "サインイン");
        await visit.CheckAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "パスキー", Exact = true }).ClickAsync();
        await visit.CheckAsync();
        await PressAsync(visit, "パスキーを作る");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/staff$"));

        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.GotoAsync(At(app, "/staff/sign-in"));
        await visit.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^パスキーでサインイン") }).ClickAsync();
        var sent = await visit.Page.RunAndWaitForRequestAsync(() => PressAsync(visit, "パスキーでサインイン"), r => r.Method == "POST");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/staff$"));
        await visit.Page.GotoAsync(At(app, "/staff/security"));
        await visit.CheckAsync();
        Assert.Equal(1, await visit.Page.Locator("table.stack tbody tr").CountAsync());

        // What was sent once opens nothing a second time, although it is genuine and in time.
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.GotoAsync(At(app, "/staff/sign-in/passkey"));
        var again = visit.Page.Context.APIRequest.CreateFormData();
        foreach (var field in System.Web.HttpUtility.ParseQueryString(sent.PostData!) is var form ? form.AllKeys : [])
        {
            again.Set(field!, field == "__RequestVerificationToken" ? await visit.Page.Locator("main form [name=__RequestVerificationToken]").InputValueAsync() : form[field]!);
        }

        var answer = await visit.Page.Context.APIRequest.PostAsync(At(app, "/staff/sign-in/passkey"), new() { Form = again });
        Assert.Equal(409, answer.Status);
    }

    [Fact]
    public async Task Power_over_others_asks_for_the_passkey_anew_after_ten_minutes()
    {
        var (app, _) = await StartAsync();
        await using var running = app;
        await using var visit = await WithAuthenticatorAsync(app);
        await visit.Page.GotoAsync(At(app, "/staff/sign-in"));
        await visit.Page.FillAsync("[name='Input.Name']", "yamada");
        await visit.Page.FillAsync("[name='Input.Password']", Password);
        await PressAsync(visit, "サインイン");
        await visit.Page.GotoAsync(At(app, "/staff/sign-in/new-passkey"));
        await PressAsync(visit, "パスキーを作る");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("/staff$"));

        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await visit.Page.GotoAsync(At(app, "/staff/roles/new"));
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("もう一度確かめます");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "パスキーで確かめる" }).ClickAsync();
        await visit.CheckAsync();
        await PressAsync(visit, "パスキーで確かめる");

        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("役割を作る");
    }

    [Fact]
    public async Task A_resident_registers_by_mail_makes_one_and_comes_in_with_it()
    {
        var (app, post) = await StartAsync();
        await using var running = app;
        await using var visit = await WithAuthenticatorAsync(app, width: 320);
        await visit.Page.GotoAsync(At(app, "/sign-in"));
        await visit.Page.FillAsync("[name='Input.Mail']", "keiko@example.jp");
        await PressAsync(visit, "確認コードを送る");
        await visit.CheckAsync();
        await visit.Page.FillAsync("[name='Input.Code']", await post.CodeAsync(app, "keiko@example.jp"));
        await PressAsync(visit, "サインイン");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("マイページ");
        await visit.CheckAsync();
        await visit.Page.GotoAsync(At(app, "/my/security/passkeys/new"));
        await visit.CheckAsync();
        await PressAsync(visit, "パスキーを作る");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("サインインの設定");
        await visit.CheckAsync();
        await visit.Page.GotoAsync(At(app, "/my/sessions"));
        await visit.CheckAsync();

        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.GotoAsync(At(app, "/sign-in/passkey"));
        await PressAsync(visit, "パスキーで入る");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("マイページ");

        // The staff's door does not know it.
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.GotoAsync(At(app, "/staff/sign-in/passkey"));
        await PressAsync(visit, "パスキーでサインイン");
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToContainTextAsync("職員のパスキーではありません");
    }

    private static async Task<(KominkanApp App, Postbox Post)> StartAsync()
    {
        var (app, post) = await Postbox.AppAsync(b =>
        {
            b.Configuration["Site:BaseUrl"] = "http://localhost";
            b.Configuration["Accounts:StaffSecondFactor"] = "required";
        });
        await app.DoAsync(async s =>
        {
            var account = Account.Create("yamada", "山田 花子", app.Clock.UtcNow());
            account.SetPassword(s.GetRequiredService<PasswordChecks>().Hash(Password));
            account.Grants.Add(Grant.Make(account.Id, RoleKeys.HeadOffice, GrantScope.City, app.Clock.Today(), null));
            var db = s.GetRequiredService<AccountsDb>();
            db.Users.Add(account);
            await db.SaveChangesAsync();
        });
        return (app, post);
    }

    /// <summary>A browser whose device unlocks itself, as a finger on the reader would.</summary>
    private async Task<Visit> WithAuthenticatorAsync(KominkanApp app, int width = 1280)
    {
        var visit = await chromium.VisitAsync(app, width: width);
        var devTools = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return visit;
    }

    /// <summary>Passkeys belong to a name, not to a number: the same program, by its name.</summary>
    private static string At(KominkanApp app, string path) => new UriBuilder(app.Address) { Host = "localhost", Path = path }.Uri.ToString();

    private static Task PressAsync(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
