using System.Collections.Concurrent;
using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Trust.Tests;

/// <summary>
/// The sample city with a stranger planted in one hall and in another, and every page as somebody of the one and somebody
/// of the other find it by following links. New pages come into it by themselves, through the route table.
/// </summary>
public sealed class World : IAsyncLifetime
{
    public const string Own = "1";
    public const string Other = "2";

    /// <summary>Searching for the first half must not bring up the second.</summary>
    public const string Lure = "鸚鵡";

    public const string Marker = "孔雀鷸";

    private readonly ConcurrentDictionary<string, string> routes = new();

    public KominkanApp App { get; private set; } = null!;

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    /// <summary>What head office finds.</summary>
    internal Found Everything { get; private set; } = null!;

    /// <summary>What the manager of <see cref="Own"/> finds.</summary>
    internal Found Here { get; private set; } = null!;

    /// <summary>What the manager of <see cref="Other"/> finds and that of <see cref="Own"/> does not.</summary>
    internal Found There { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await KominkanApp.StartAsync(b => b.Services.AddSingleton<IStartupFilter>(new RouteRecorder(routes)));
        await App.FillSampleAsync();
        await PlantAsync(Own, "足立", "ここ", "090-1111-0001");
        await PlantAsync(Other, Lure, Marker, "090-2222-0002");
        Addresses = await Address.AllAsync(App);
        Everything = await WalkAsync(RoleKeys.HeadOffice, null);
        Here = await WalkAsync(RoleKeys.HallManager, Own);
        There = (await WalkAsync(RoleKeys.HallManager, Other)).Without(Here);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A new account with the role in the hall, or in the whole city; signed in.</summary>
    internal async Task<(Account Account, Browser Browser)> SignInAsync(string role, string? hallNo)
    {
        var account = await App.DoAsync(async services =>
        {
            var hall = hallNo is null ? null : (await services.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo(hallNo);
            var made = Account.Create("t" + Guid.NewGuid().ToString("N")[..20], "試験 太郎", App.Clock.UtcNow());
            made.Grants.Add(Grant.Make(made.Id, role, hall is null ? GrantScope.City : new GrantScope(ScopeKind.Hall, hall.Id), App.Clock.Today().AddDays(-1), null));
            var db = services.GetRequiredService<AccountsDb>();
            db.Users.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        return (account, await App.BrowserOfAsync(account));
    }

    /// <summary>Every page the role reaches by links, with what the answers were.</summary>
    internal async Task<Found> WalkAsync(string role, string? hallNo, Action<string, HttpStatusCode, string>? look = null)
    {
        using var browser = role.Length == 0 ? App.NewBrowser() : (await SignInAsync(role, hallNo)).Browser;
        using var crawl = new Crawl(App, browser.Cookies);
        var pages = new List<Visited>();
        await crawl.WalkAsync(role.Length == 0 ? "/" : "/staff", (url, status, html) =>
        {
            look?.Invoke(url, status, html);
            if (status == HttpStatusCode.OK && routes.TryGetValue(url.Split('?')[0], out var route))
            {
                pages.Add(new Visited(route, url, html));
            }
        });
        return new Found(pages, [.. crawl.Forms.Values]);
    }

    private async Task PlantAsync(string hall, string family, string given, string phone)
    {
        var open = await App.CourseAsync(new GivenCourse { Hall = hall, Title = "公開の講座", SessionsInDays = [0, 7] });
        await App.ApplicationAsync(open, new GivenApplication { People = [[family, given, "ウロウロ", "トリトリ"]], Phone = phone });
        // Far ahead, so that it stands first in the lists, and somebody is on it.
        await App.ApplicationAsync(await App.CourseAsync(new GivenCourse { Hall = hall, Title = "先の講座", SessionsInDays = [120] }), new GivenApplication { People = [[family, given, "ウロウロ", "トリトリ"]], Phone = phone });
        await App.CourseAsync(new GivenCourse { Hall = hall, Title = $"{family}{given}の下書き", Draft = true });
        await App.HireAsync(new GivenHire { Hall = hall, Group = $"{family}{given}の会", Family = family, Given = given, FamilyKana = "ウロウロ", GivenKana = "トリトリ", Phone = phone, Purpose = $"{family}{given}の練習" });
        using var manager = (await SignInAsync(RoleKeys.HallManager, hall)).Browser;
        await manager.SubmitAsync(await manager.OpenAsync($"/staff/halls/{hall}/closures/new"), new { From = "2026-12-20", To = "2026-12-21", Kind = "Works", Reason = "配管の工事" });
    }

    private sealed class RouteRecorder(ConcurrentDictionary<string, string> routes) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, then) =>
            {
                var path = context.Request.Path.Value ?? "";
                await then(context);
                if (context.Response.StatusCode == StatusCodes.Status200OK && context.GetEndpoint() is RouteEndpoint endpoint)
                {
                    routes[path] = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
                }
            });
            next(app);
        };
    }
}

internal sealed record Visited(string Route, string Url, string Html)
{
    public string Path => Url.Split('?')[0];
}

/// <summary>Pages somebody found, and where the rest must be.</summary>
internal sealed class Found(IReadOnlyList<Visited> pages, IReadOnlyList<FoundForm> forms)
{
    // Beginnings of addresses: as in the route, and as they were met.
    private readonly ILookup<string, string> beginnings = pages.SelectMany(Beginnings).Distinct().ToLookup(b => b.Route, b => b.Path);

    public IReadOnlyList<Visited> Pages { get; } = pages;

    public IReadOnlyList<FoundForm> Forms { get; } = forms;

    public Found Without(Found other)
    {
        var known = other.Pages.Select(p => p.Path).ToHashSet();
        return new Found([.. Pages.Where(p => p.Route.Contains('{', StringComparison.Ordinal) && !known.Contains(p.Path))], []);
    }

    /// <summary>Addresses of the route: those met, or what was met of it continued to its end; empty when its ids are not known.</summary>
    public IReadOnlyList<string> PathsOf(string route)
    {
        if (!route.Contains('{', StringComparison.Ordinal))
        {
            return [route];
        }

        var met = Pages.Where(p => p.Route == route).Select(p => p.Path).Distinct().ToList();
        if (met.Count > 0)
        {
            return met;
        }

        var end = route.LastIndexOf('}') + 1;
        return [.. beginnings[route[..end]].Take(2).Select(b => b + route[end..])];
    }

    /// <summary>The same, with the query where a page was met with one and shows nothing without.</summary>
    public IReadOnlyList<string> UrlsOf(string route) =>
        !route.Contains('{', StringComparison.Ordinal) && Pages.FirstOrDefault(p => p.Route == route) is { } met ? [met.Url] : PathsOf(route);

    private static IEnumerable<(string Route, string Path)> Beginnings(Visited page)
    {
        var (route, path) = (page.Route.Split('/'), page.Path.Split('/'));
        return route.Length != path.Length ? [] : Enumerable.Range(1, route.Length).Where(n => route[n - 1].EndsWith('}')).Select(n => (string.Join('/', route[..n]), string.Join('/', path[..n])));
    }
}

[CollectionDefinition(Name)]
public sealed class OneWorld : ICollectionFixture<World>
{
    public const string Name = "one world";
}
