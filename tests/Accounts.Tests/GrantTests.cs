using System.Security.Claims;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts.Tests;

public class GrantTests
{
    [Fact]
    public async Task A_role_in_a_hall_reaches_the_hall_and_its_branches_and_nothing_else()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("kita", null, null, a => { });
        await app.GrantAsync(account, RoleKeys.Counter, ScopeKind.Hall, hallNo: "17");

        Assert.Equal(["17", "17-1", "17-2"], await HallsAsync(app, account));
    }

    [Fact]
    public async Task A_role_in_a_branch_stays_in_the_branch()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("kita", null, null);
        await app.GrantAsync(account, RoleKeys.Counter, ScopeKind.Hall, hallNo: "17-2");

        Assert.Equal(["17-2"], await HallsAsync(app, account));
    }

    [Fact]
    public async Task A_role_in_a_ward_reaches_every_hall_of_the_ward()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("higashi", null, null);
        await app.GrantAsync(account, RoleKeys.HallManager, ScopeKind.Ward, ward: "東区");

        var all = (await app.DoAsync(async s => await s.GetRequiredService<IHallDirectory>().GetAsync())).All;
        Assert.Equal(all.Where(h => h.Ward == "東区").Select(h => h.No), await HallsAsync(app, account));
        Assert.NotEmpty(await HallsAsync(app, account));
    }

    [Fact]
    public async Task A_role_in_the_city_reaches_everywhere()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("honbu", null, RoleKeys.HeadOffice);

        Assert.True((await SetAsync(app, account, AccountsModule.Today)).IsEverywhere);
    }

    [Theory]
    [InlineData(-30, -1, false)]
    [InlineData(1, null, false)]
    [InlineData(0, 0, true)]
    [InlineData(-1, 1, true)]
    public async Task A_role_counts_from_its_first_day_to_its_last(int from, int? to, bool counts)
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("kita", null, null);
        await app.GrantAsync(account, RoleKeys.Counter, ScopeKind.City, from: from, to: to);

        Assert.Equal(counts, (await SetAsync(app, account, AccountsModule.Today)).IsEverywhere);
    }

    [Fact]
    public async Task A_role_that_ends_today_is_gone_at_midnight_in_Japan()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("kita", null, null);
        await app.GrantAsync(account, RoleKeys.Counter, ScopeKind.City, to: 0);

        Assert.False((await SetAsync(app, account, AccountsModule.Today)).IsEmpty);
        app.Clock.Advance(TimeSpan.FromHours(12));
        Assert.True((await SetAsync(app, account, AccountsModule.Today)).IsEmpty);
    }

    [Fact]
    public async Task Several_roles_add_up()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("kita", null, null);
        await app.GrantAsync(account, RoleKeys.Counter, ScopeKind.Hall, hallNo: "1");
        await app.GrantAsync(account, RoleKeys.HallManager, ScopeKind.Hall, hallNo: "3");

        Assert.Equal(["1", "3"], await HallsAsync(app, account));
    }

    [Fact]
    public async Task Managing_accounts_counts_for_the_whole_city_or_not_at_all()
    {
        await using var app = await Start.CityAsync();
        var account = await app.AccountAsync("kita", null, null);
        await app.GrantAsync(account, RoleKeys.HeadOffice, ScopeKind.Ward, ward: "北区");

        Assert.True((await SetAsync(app, account, AccountsModule.Manage)).IsEmpty);
        Assert.False((await SetAsync(app, account, AccountsModule.Today)).IsEmpty);
    }

    [Fact]
    public async Task What_another_host_takes_away_is_gone_within_a_minute()
    {
        await using var app = await Start.CityAsync();
        var browser = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Equal("利用者", (await browser.OpenAsync("/staff/accounts")).Heading);

        await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Grants.ExecuteDeleteAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await browser.OpenAsync("/staff/accounts")).Status);
    }

    [Fact]
    public async Task An_account_another_host_stopped_is_out_within_a_minute()
    {
        await using var app = await Start.CityAsync();
        var browser = await app.SignInAsync(RoleKeys.HeadOffice);
        Assert.Equal("利用者", (await browser.OpenAsync("/staff/accounts")).Heading);

        await app.DoAsync(s => s.GetRequiredService<AccountsDb>().Users.ExecuteUpdateAsync(u => u.SetProperty(a => a.IsDisabled, true)));
        app.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("職員サインイン", (await browser.OpenAsync("/staff/accounts")).Heading);
    }

    [Fact]
    public async Task Whoever_may_not_reads_it_in_a_sentence()
    {
        await using var app = await Start.CityAsync();
        var browser = await app.SignInAsync(RoleKeys.Counter, hallNo: "1");

        var page = await browser.OpenAsync("/staff/accounts");

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("権限", page.Text, StringComparison.Ordinal);
    }

    private static ValueTask<HallSet> SetAsync(KominkanApp app, Account account, string permission) =>
        new(app.DoAsync(async s => await s.GetRequiredService<IGrants>().HallsWhereAsync(AccountClaims.Of(account, Session.Start(account, app.Clock.UtcNow(), "")), permission)));

    private static async Task<IEnumerable<string>> HallsAsync(KominkanApp app, Account account)
    {
        var set = await SetAsync(app, account, AccountsModule.Today);
        var halls = await app.DoAsync(async s => await s.GetRequiredService<IHallDirectory>().GetAsync());
        Assert.False(set.IsEverywhere);
        return set.Halls.Select(h => halls.Find(h)!.No);
    }
}
