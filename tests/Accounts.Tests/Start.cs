using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

internal static class Start
{
    /// <summary>The program with a password hash that costs next to nothing.</summary>
    /// <param name="factor">The setting <c>Accounts__StaffSecondFactor</c>.</param>
    public static Task<KominkanApp> AppAsync(string factor = "offered") => KominkanApp.StartAsync(b =>
    {
        b.Configuration["Accounts:StaffSecondFactor"] = factor;
        b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1);
    });

    /// <summary>The same with the sample city's halls.</summary>
    public static async Task<KominkanApp> CityAsync()
    {
        var app = await AppAsync();
        await app.DoAsync(s => s.GetRequiredService<IHallSample>().EnsureHallsAsync());
        return app;
    }

    public static Task GrantAsync(this KominkanApp app, Account account, string role, ScopeKind scope, string? hallNo = null, string? ward = null, int from = 0, int? to = null) => app.DoAsync(async services =>
    {
        var hall = hallNo is null ? null : (await services.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(hallNo);
        var today = app.Clock.Today();
        var db = services.GetRequiredService<AccountsDb>();
        db.Grants.Add(Grant.Make(account.Id, role, new GrantScope(scope, hall?.Id, ward), today.AddDays(from), to is null ? null : today.AddDays(to.Value)));
        await db.SaveChangesAsync();
    });

    /// <summary>Another person at head office agrees to what is asked for on the account's page.</summary>
    public static async Task<Page> ApproveAsync(this KominkanApp app, Page account, Browser? by = null)
    {
        var office = by ?? await app.SignInAsync(RoleKeys.HeadOffice);
        var page = await office.OpenAsync(account.Url.AbsolutePath);
        return await office.SubmitAsync(await office.OpenAsync(page.Find("a[href$='/approve']").GetAttribute("href")!));
    }

    public static PasswordChecks Checks(this KominkanApp app) => app.Services.GetRequiredService<PasswordChecks>();

    /// <summary>An account with a role in the whole city, or without any.</summary>
    public static Task<Account> AccountAsync(this KominkanApp app, string name, string? password, string? role, Action<Account>? then = null) => app.DoAsync(async services =>
    {
        var account = Account.Create(name, "山田 花子", app.Clock.UtcNow());
        if (password is not null)
        {
            account.SetPassword(app.Checks().Hash(password));
        }

        if (role is not null)
        {
            account.Grants.Add(Grant.Make(account.Id, role, GrantScope.City, app.Clock.Today(), null));
        }

        then?.Invoke(account);
        var db = services.GetRequiredService<AccountsDb>();
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account;
    });
}
