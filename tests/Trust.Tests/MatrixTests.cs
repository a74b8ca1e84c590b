using System.Net;
using System.Text.RegularExpressions;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Trust.Tests;

/// <summary>
/// Every address × method × guest, residents and every role in its own hall, another hall, and with the hall taken away a
/// second ago. What is expected follows from two reviewed tables: pages.tsv says which permission a page demands, roles.tsv
/// which role holds it.
/// </summary>
[Collection(OneWorld.Name)]
public sealed class MatrixTests(World world)
{
    [Fact]
    public void Roles_hold_what_the_reviewed_table_says()
    {
        var modules = world.App.Services.GetRequiredService<IPermissions>().All.ToDictionary(p => p.Key, p => string.Join(' ', p.DefaultRoles.Order(StringComparer.Ordinal)));
        var reviewed = Tables.Roles;
        var broken = modules.Where(m => reviewed.GetValueOrDefault(m.Key) != m.Value).Select(m => $"{m.Key}\t{m.Value}").Concat(reviewed.Keys.Except(modules.Keys).Select(k => k + " is gone"));
        Assert.True(!broken.Any(), "Somebody must have looked at which role may do what. Put into tests/Trust.Tests/roles.tsv:\n" + string.Join('\n', broken.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public Task Nobody_opens_and_nobody_sends_what_their_role_does_not_allow() => TryAsync(roles => [.. roles.DistinctBy(Tables.Of)]);

    [Fact]
    [Trait("Category", "Slow")]
    public Task No_role_of_all_opens_or_sends_what_it_may_not() => TryAsync(roles => roles);

    /// <param name="which">Roles tried in every scope; of the others only what is left of them once it is taken away.</param>
    private async Task TryAsync(Func<IReadOnlyList<string>, IReadOnlyList<string>> which)
    {
        var (mismatches, untried) = (new List<string>(), new List<string>());
        var cells = 0;
        var addresses = world.Addresses.Where(a => !a.Route.Contains("**", StringComparison.Ordinal)).ToList();
        var subjects = await SubjectsAsync(which);
        foreach (var someone in subjects)
        {
            using var crawl = someone.Crawl;
            foreach (var address in addresses)
            {
                if (Paths(address, someone) is not [var path, ..])
                {
                    untried.Add($"{address.Route} as {someone.Name}");
                    continue;
                }

                foreach (var method in address.Methods.Split(' ').Where(m => m is "GET" or "POST"))
                {
                    cells++;
                    var expected = Expected(address, someone);
                    var answer = await AnswerAsync(crawl, method, path, expected == Answer.Missing);
                    if (answer != expected && !IsAsGood(address, expected, answer))
                    {
                        mismatches.Add($"{method} {address.Route} as {someone.Name}: {answer} instead of {expected} ({path})");
                    }
                }
            }
        }

        Console.WriteLine($"Authorization matrix: {addresses.Count} addresses × {subjects.Count} subjects, {cells} cells, {mismatches.Count} mismatches, {untried.Count} addresses not tried.");
        Assert.True(mismatches.Count == 0, $"{mismatches.Count} of {cells}:\n" + string.Join('\n', mismatches.Take(80)));
        Assert.True(untried.Count == 0, "No address is known; plant what makes one (FullCity):\n" + string.Join('\n', untried.Take(80)));
        Assert.Equal(subjects.Count * addresses.Sum(a => a.Methods.Split(' ').Count(m => m is "GET" or "POST")), cells);
    }

    /// <summary>What is open may yet not be there: for anyone, or for whom the table says.</summary>
    private static bool IsAsGood(Address address, Answer expected, Answer answer) =>
        (expected == Answer.Open && answer == Answer.Missing && (address.Who == "anyone" || Tables.MayBeMissing.ContainsKey(address.Route)))
        || (answer == Answer.SignIn && address.Who == "anyone" && address.Route.Contains("/sign-in/", StringComparison.Ordinal));

    [Fact]
    public void Every_address_with_an_id_is_tried_in_both_halls()
    {
        var untried = world.Addresses.Where(a => a.Who is not ("anyone" or "signed-in" or "staff" or "resident") && a.Route.Contains('{', StringComparison.Ordinal))
            .Where(a => world.Everything.PathsOf(a.Route).Count == 0 || (Tables.IsOfAHall(a.Route) && (world.Here.PathsOf(a.Route).Count == 0 || world.There.PathsOf(a.Route).Count == 0)))
            .Where(a => Tables.Roles[a.Who].Contains(RoleKeys.HallManager, StringComparison.Ordinal)).Select(a => a.Route);
        Assert.True(!untried.Any(), "No link leads there; plant what makes one (FullCity), or list the route in Tables.NotOfAHall:\n" + string.Join('\n', untried));
    }

    private IReadOnlyList<string> Paths(Address address, Somebody someone) => someone.Where switch
    {
        _ when address.Who == "resident" => world.AtHome.UrlsOf(address.Route),
        Where.Other when Tables.IsOfAHall(address.Route) => world.There.PathsOf(address.Route),
        Where.Own or Where.Removed when Tables.IsOfAHall(address.Route) && world.Here.PathsOf(address.Route) is { Count: > 0 } here => here,
        _ => world.Everything.UrlsOf(address.Route),
    };

    private static Answer Expected(Address address, Somebody someone) => address.Who switch
    {
        "anyone" => Answer.Open,
        _ when someone.Where == Where.Nowhere => Answer.SignIn,
        "resident" when someone.Where == Where.AtHome => Answer.Open,
        "resident" when someone.Where == Where.NextDoor => address.Route.Contains('{', StringComparison.Ordinal) ? Answer.Missing : Answer.Open,
        "resident" => Answer.Refused, // staff are no residents
        _ when someone.Where is Where.AtHome or Where.NextDoor => Answer.Refused, // and residents no staff
        "signed-in" or "staff" => Answer.Open,
        _ when someone.Where == Where.Removed || !Tables.Holds(someone.Role, address.Who) => Answer.Refused,
        _ when someone.Where != Where.City && Tables.IsOfTheCity(address.Who) => Answer.Refused,
        _ => someone.Where == Where.Other && Tables.IsOfAHall(address.Route) ? Answer.Missing : Answer.Open,
    };

    /// <summary>
    /// A POST is sent without a token to what is one's own: authorization answers before the form is looked at, and nothing
    /// is changed. To others' it is sent whole, because there the page itself must say that it is not there.
    /// </summary>
    private static async Task<Answer> AnswerAsync(Crawl crawl, string method, string path, bool isWhole)
    {
        HttpStatusCode status;
        string? location;
        if (method == "POST")
        {
            var (answered, _, to) = await crawl.SendAsync(path, new FormUrlEncodedContent(isWhole ? [new(FoundForm.Token, await TokenAsync(crawl))] : []));
            (status, location) = (answered, to?.ToString());
        }
        else
        {
            (status, _, location) = await crawl.GetAsync(path);
        }

        return status switch
        {
            _ when location?.Split('?')[0].EndsWith("/sign-in", StringComparison.Ordinal) is true && !path.EndsWith("/sign-in", StringComparison.Ordinal) => Answer.SignIn,
            HttpStatusCode.Forbidden => Answer.Refused,
            HttpStatusCode.NotFound => Answer.Missing,
            >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests => Answer.Broken,
            _ => Answer.Open,
        };
    }

    private static async Task<string> TokenAsync(Crawl crawl) =>
        Regex.Match((await crawl.GetAsync("/applications")).Html, """name="__RequestVerificationToken"[^>]* value="([^"]+)""").Groups[1].Value;

    private async Task<List<Somebody>> SubjectsAsync(Func<IReadOnlyList<string>, IReadOnlyList<string>> which)
    {
        var subjects = new List<Somebody>
        {
            new("a visitor", "", Where.Nowhere, await world.City.EnterAsync("")),
            new("a guest with a receipt", "", Where.Nowhere, await world.City.EnterAsync(FullCity.Guest)),
            new("staff who owe the second factor", "", Where.Nowhere, await world.City.EnterAsync(FullCity.AtTheDoor)),
            new("a resident", "", Where.AtHome, await world.City.EnterAsync(FullCity.Resident)),
            new("another resident", "", Where.NextDoor, await NeighbourAsync()),
        };
        var roles = await world.App.DoAsync(s => s.GetRequiredService<AccountsDb>().Roles.AsNoTracking().OrderBy(r => r.Order).Select(r => r.Key).ToListAsync());
        var whole = which(roles);
        foreach (var role in roles)
        {
            if (whole.Contains(role))
            {
                subjects.Add(new($"{role} of the city", role, Where.City, await world.City.EnterAsync(role)));
                subjects.Add(new($"{role} of the hall", role, Where.Own, await world.City.EnterAsync(role, World.Own)));
                subjects.Add(new($"{role} of another hall", role, Where.Other, await world.City.EnterAsync(role, World.Own)));
            }

            subjects.Add(new($"{role} no more", role, Where.Removed, await RemovedAsync(role)));
        }

        return subjects;
    }

    /// <summary>A resident to whom nothing of the first one's belongs.</summary>
    private async Task<Crawl> NeighbourAsync()
    {
        var account = await world.App.DoAsync(async services =>
        {
            var (db, made) = (services.GetRequiredService<AccountsDb>(), Account.CreateResident($"tonari-{Guid.NewGuid():N}@example.jp", world.App.Clock.UtcNow()));
            db.Users.Add(made);
            await db.SaveChangesAsync();
            return made;
        });
        using var browser = await world.App.BrowserOfAsync(account);
        return new Crawl(world.App, browser.Cookies);
    }

    /// <summary>Somebody at work, whose grant is ended by head office on its page, a second ago.</summary>
    private async Task<Crawl> RemovedAsync(string role)
    {
        var (account, browser) = await world.SignInAsync(role, World.Own);
        using var _ = browser;
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/staff")).Status);
        using var office = (await world.SignInAsync(RoleKeys.HeadOffice, null)).Browser;
        var page = await office.OpenAsync($"/staff/accounts/{account.Id}");
        await office.SubmitAsync(await office.OpenAsync(page.Find("main a[href$='/end']").GetAttribute("href")!));
        Assert.True(await world.App.DoAsync(s => s.GetRequiredService<AccountsDb>().Set<Grant>().AllAsync(g => g.AccountId != account.Id || g.ValidTo != null)), "The grant was not ended.");
        return new Crawl(world.App, browser.Cookies);
    }

    private enum Where
    {
        Nowhere,
        City,
        Own,
        Other,
        Removed,
        AtHome,
        NextDoor,
    }

    private enum Answer
    {
        Open,
        SignIn,
        Refused,
        Missing,
        Broken,
    }

    private sealed record Somebody(string Name, string Role, Where Where, Crawl Crawl);
}
