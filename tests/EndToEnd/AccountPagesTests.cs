using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.EndToEnd;

/// <summary>The pages of accounts, roles, sessions and of a resident's own, wide and narrow.</summary>
[Trait("Category", "Look")]
public sealed class AccountPagesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Are_accessible_and_fit_at_any_width()
    {
        var (app, post) = await Postbox.AppAsync();
        await using var running = app;
        var course = await app.CourseAsync(new() { Title = "はじめての方も安心の親子でつくる陶芸とろくろ体験講座（小学生とその保護者のための秋の連続講座）", SessionsInDays = [0, 7] });
        var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var asked = await office.SubmitAsync(await office.OpenAsync("/staff/accounts/new"), new { Name = "itaku01", DisplayName = "アレクサンドラマリアテレジア クリスティーナゾフィー", IsContractor = "true" });
        await office.SubmitAsync(await office.OpenAsync(asked.Url.AbsolutePath + "/grants/new"), new { RoleKey = RoleKeys.Instructor, Scope = "own:course", Own = "はじめての方も安心の親子でつくる陶芸とろくろ体験講座（小学生とその保護者のための秋の連続講座）", ValidTo = "2027-03-31" });
        var grant = await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Grants.Where(g => g.State == GrantState.Proposed).Select(g => g.Id).SingleAsync());
        var account = asked.Url.AbsolutePath;
        using var resident = app.NewBrowser();
        await post.ComeInAsync(app, resident, "keiko@example.jp");
        await resident.ApplyAsync(course);
        using var other = await app.SignInAsync(RoleKeys.HeadOffice);

        await chromium.LookAsync(app, null, ["/staff/sign-in", "/staff/sign-in/passkey", "/staff/sign-in/first", "/sign-in", "/sign-in/password", "/sign-in/passkey"]);
        await chromium.LookAsync(app, other,
        [
            "/staff", "/staff/security", "/staff/security/sessions", "/staff/security/sessions/end-all", "/staff/security/recovery-codes", "/staff/security/remove-app", "/staff/sign-in/app",
                "/staff/sign-in/new-passkey", "/staff/sign-in/set-up", "/staff/confirm", "/staff/confirm/passkey", "/staff/grants", "/staff/accounts", "/staff/accounts/new", account, account + "/edit", account + "/grants/new", account + $"/grants/{grant}/approve",
                account + $"/grants/{grant}/refuse", account + "/remove-factors", account + "/code", "/staff/roles", "/staff/roles/new", "/staff/roles/counter", "/staff/roles/counter/rename",
        ]);
        await chromium.LookAsync(app, resident, ["/my", "/my/security", "/my/security/password", "/my/security/passkeys/new", "/my/sessions", "/my/sessions/end-all", "/sign-out"]);
    }
}
