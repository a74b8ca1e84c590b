using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Trust.Tests;

/// <summary>What belongs to another hall is not there: not by its id, not in a list, search, count, file or error.</summary>
[Collection(OneWorld.Name)]
public sealed partial class ForeignTests(World world)
{
    private static readonly string[] Staff = [RoleKeys.HallManager, RoleKeys.Counter];

    [Theory]
    [InlineData(RoleKeys.HallManager)]
    [InlineData(RoleKeys.Counter)]
    public async Task Another_halls_id_answers_like_one_that_never_was(string role)
    {
        using var browser = (await world.SignInAsync(role, World.Own)).Browser;
        var (differences, tried) = (new List<string>(), 0);
        foreach (var address in world.Addresses.Where(a => Tables.IsOfAHall(a.Route) && a.Who is not ("signed-in" or "staff") && Tables.Holds(role, a.Who)))
        {
            foreach (var foreign in world.There.PathsOf(address.Route).Take(2))
            {
                tried++;
                var missing = Id().IsMatch(foreign) ? Id().Replace(foreign, Guid.CreateVersion7().ToString()) : Number().Replace(foreign, "/99");
                var neighbour = Id().Replace(foreign, m => m.Value[..^1] + (m.Value[^1] == 'f' ? '0' : 'f'));
                var expected = await browser.OpenAsync(missing);
                foreach (var path in new[] { foreign, neighbour }.Distinct())
                {
                    var answer = await browser.OpenAsync(path);
                    if (answer.Status != HttpStatusCode.NotFound || expected.Status != HttpStatusCode.NotFound || Plain(answer.Html) != Plain(expected.Html))
                    {
                        differences.Add($"{address.Route}: {answer.Status}, where there is nothing {expected.Status} ({path})");
                    }
                }
            }
        }

        Console.WriteLine($"{role}: {tried} foreign ids, {differences.Count} told from missing ones.");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
        Assert.True(tried >= 10, $"Only {tried} foreign ids were tried.");
    }

    [Fact]
    public async Task Nothing_planted_in_another_hall_is_seen_by_visitors_and_by_the_staff_of_this_one()
    {
        var (leaks, pages) = (new List<string>(), 0);
        foreach (var role in Staff.Concat(["", FullCity.Guest, FullCity.Resident]))
        {
            var found = await world.WalkAsync(role, World.Own, (url, status, html) => Look($"{role} {url}", html));
            using var crawl = await world.City.EnterAsync(role, World.Own);
            foreach (var url in found.Pages.Select(p => p.Url).Where(u => u.Contains("format=", StringComparison.Ordinal) || u.EndsWith(".csv", StringComparison.Ordinal) || u.EndsWith(".xlsx", StringComparison.Ordinal) || u.EndsWith(".json", StringComparison.Ordinal) || u.EndsWith(".ics", StringComparison.Ordinal))
                .Concat(found.Pages.Where(p => p.Route.Contains("/applications", StringComparison.Ordinal)).Select(p => p.Path + "?format=csv")).Distinct())
            {
                Look($"{role} {url}", await OpenAsync(url));
            }

            foreach (var form in found.Forms.Where(f => !f.IsPost))
            {
                foreach (var field in form.Fields)
                {
                    Look($"{role} {form.Action}?{field}=", await OpenAsync($"{form.Action.Split('?')[0]}?{field}={Uri.EscapeDataString(World.Lure)}"));
                }
            }

            foreach (var path in world.There.Pages.Select(p => p.Path).Where(p => p.StartsWith("/staff", StringComparison.Ordinal)).Distinct())
            {
                Look($"{role} {path}", await OpenAsync(path));
            }

            Task<string> OpenAsync(string url) => crawl.TextAsync(url);
        }

        Console.WriteLine($"{pages} answers searched for what is planted in another hall: {leaks.Count} leaks.");
        Assert.True(leaks.Count == 0, string.Join('\n', leaks));

        void Look(string what, string html)
        {
            pages++;
            if (html.Contains(World.Marker, StringComparison.Ordinal) || html.Contains("090-2222-0002", StringComparison.Ordinal))
            {
                leaks.Add(what);
            }
        }
    }

    [Fact]
    public void Who_may_see_it_does_see_it() =>
        Assert.Contains(world.Everything.Pages.Concat(world.There.Pages), p => p.Html.Contains(World.Marker, StringComparison.Ordinal));

    [Fact]
    public async Task With_the_hall_filter_off_another_halls_course_would_open()
    {
        await using var app = await KominkanApp.StartAsync(replace: services => services.AddScoped<IGrants, Everywhere>());
        var foreign = await app.CourseAsync(new GivenCourse { Hall = World.Other });
        using var manager = await app.SignInAsync(RoleKeys.HallManager, World.Own);

        Assert.Equal(HttpStatusCode.OK, (await manager.OpenAsync($"/staff/courses/{foreign}")).Status);
    }

    private sealed class Everywhere : IGrants
    {
        public ValueTask<HallSet> HallsWhereAsync(System.Security.Claims.ClaimsPrincipal user, string permission) => new(HallSet.Everywhere);
    }

    /// <summary>Without what differs between two answers to the same request: tokens and numbers of errors.</summary>
    private static string Plain(string html) => Token().Replace(html, "");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("value=\"[A-Za-z0-9_-]{60,}\"")]
    private static partial Regex Token();
}
