using System.Collections.Concurrent;
using System.Net;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Trust.Tests;

/// <summary>
/// The city with a stranger planted in one hall and in another, and every page as somebody of the one and somebody of the
/// other find it by following links. New pages come into it by themselves, through the route table.
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

    public FullCity City { get; private set; } = null!;

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    /// <summary>What head office finds.</summary>
    internal Found Everything { get; private set; } = null!;

    /// <summary>What the manager of <see cref="Own"/> finds.</summary>
    internal Found Here { get; private set; } = null!;

    /// <summary>What the manager of <see cref="Other"/> finds and that of <see cref="Own"/> does not.</summary>
    internal Found There { get; private set; } = null!;

    /// <summary>What the resident of <see cref="FullCity.Resident"/> finds.</summary>
    internal Found AtHome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await KominkanApp.StartAsync(b =>
        {
            b.Services.AddSingleton<IStartupFilter>(new RouteRecorder(routes));
            b.Services.PostConfigure<PasswordHasherOptions>(o => o.IterationCount = 1);
        });
        City = await FullCity.FillAsync(App);
        await City.PlantAsync(Other, Lure, Marker, "090-2222-0002");
        Addresses = await Address.AllAsync(App);
        Everything = await WalkAsync(RoleKeys.HeadOffice, null);
        Here = await WalkAsync(RoleKeys.HallManager, Own);
        There = (await WalkAsync(RoleKeys.HallManager, Other)).Without(Here);
        AtHome = await WalkAsync(FullCity.Resident, null);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A new account with the role in the hall, or in the whole city; signed in.</summary>
    internal async Task<(Account Account, Browser Browser)> SignInAsync(string role, string? hallNo)
    {
        var account = await App.StaffAsync(role, hallNo);
        return (account, await App.BrowserOfAsync(account));
    }

    /// <summary>Every page they reach by links, with what the answers were.</summary>
    /// <param name="who">A role, or one of <see cref="FullCity"/>'s.</param>
    internal async Task<Found> WalkAsync(string who, string? hallNo, Action<string, HttpStatusCode, string>? look = null)
    {
        using var crawl = await City.EnterAsync(who, hallNo);
        var pages = new List<Visited>();
        await crawl.WalkAsync(City.BeginningsOf(who), (url, status, html) =>
        {
            look?.Invoke(url, status, html);
            if ((status == HttpStatusCode.OK || (status == HttpStatusCode.Found && who == FullCity.Resident)) && routes.TryGetValue(url.Split('?')[0], out var route))
            {
                pages.Add(new Visited(route, url, html));
            }
        });
        return new Found(pages, [.. crawl.Forms.Values]);
    }

    private sealed class RouteRecorder(ConcurrentDictionary<string, string> routes) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, then) =>
            {
                var path = context.Request.Path.Value ?? "";
                await then(context);
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status302Found && context.GetEndpoint() is RouteEndpoint endpoint)
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

        if (route.EndsWith("?}", StringComparison.Ordinal))
        {
            return [route[..route.LastIndexOf('/')] + "/404"];
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
