using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Audit.Data;
using Kominkan.Booking.Data;
using Kominkan.Courses.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Trust.Tests;

/// <summary>No page shows people unseen: personal.tsv says which do, each of them writes one row, and the others show nobody.</summary>
[Collection(OneWorld.Name)]
public sealed class SeenTests(World world)
{
    private const int Loads = 200;

    [Fact]
    public async Task Every_page_that_shows_people_writes_one_row()
    {
        var wrong = new List<string>();
        using var office = (await world.SignInAsync(RoleKeys.HeadOffice, null)).Browser;
        foreach (var route in Tables.Personal.Where(p => p.Value is "list" or "one").Select(p => p.Key))
        {
            if (Url(route) is not { } url)
            {
                wrong.Add($"{route}: no link leads there; plant what makes one in FullCity");
                continue;
            }

            var before = await CountAsync();
            var status = (await office.OpenAsync(url)).Status;
            var written = await CountAsync() - before;
            if (status != HttpStatusCode.OK || written != 1)
            {
                wrong.Add($"{route}: {written} rows, {status} ({url})");
            }
        }

        Assert.True(wrong.Count == 0, "A page that shows people calls IAudit.SawAsync once while it loads:\n" + string.Join('\n', wrong));
    }

    [Fact]
    public async Task Two_hundred_pages_opened_by_chance_are_as_many_rows_as_showed_people()
    {
        var random = new Random(4711);
        using var office = (await world.SignInAsync(RoleKeys.HeadOffice, null)).Browser;
        var pages = world.Everything.Pages.Where(p => Tables.Personal.GetValueOrDefault(p.Route) is "list" or "one" or "none" && p.Route != "/staff/sign-out").ToList();
        var before = await CountAsync();
        var people = 0;
        for (var n = 0; n < Loads; n++)
        {
            var page = pages[random.Next(pages.Count)];
            people += Tables.Personal[page.Route] is "list" or "one" ? 1 : 0;
            Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync(page.Url)).Status);
        }

        var rows = await CountAsync() - before;
        Console.WriteLine($"{Loads} pages by chance: {people} showed people, {rows} rows in the audit.");
        Assert.True(people > 20, $"Only {people} of {Loads} pages showed people.");
        Assert.Equal(people, rows);
    }

    [Fact]
    public async Task A_page_that_is_not_marked_shows_nobody()
    {
        var names = await NamesAsync();
        var leaks = from page in world.Everything.Pages
                    where Tables.Personal.GetValueOrDefault(page.Route) == "none"
                    from name in names
                    where page.Html.Contains(name, StringComparison.Ordinal)
                    group name by page.Route into shown
                    select $"{shown.Key}: {shown.First()}";
        Assert.True(!leaks.Any(), "These pages show people: mark them in tests/Architecture.Tests/personal.tsv, and have them audited:\n" + string.Join('\n', leaks));
    }

    [Fact]
    public async Task That_search_would_find_a_name()
    {
        var names = await NamesAsync();
        Assert.Contains(world.Everything.Pages.Where(p => Tables.Personal.GetValueOrDefault(p.Route) == "list"), p => names.Any(n => p.Html.Contains(n, StringComparison.Ordinal)));
    }

    private string? Url(string route) => route switch
    {
        "/staff/audit/reach" => world.Everything.Pages.FirstOrDefault(p => p.Route == route)?.Url,
        _ => world.Everything.PathsOf(route).Count > 0 ? world.Everything.PathsOf(route)[0] : null,
    };

    private Task<int> CountAsync() => world.App.DoAsync(s => s.GetRequiredService<AuditDb>().Entries.CountAsync());

    /// <summary>Whoever applied, and their telephone numbers and receipts; staff, except who is signed in here.</summary>
    private Task<List<string>> NamesAsync() => world.App.DoAsync(async services =>
    {
        var courses = services.GetRequiredService<CoursesDb>();
        var people = await courses.Enrolments.AsNoTracking().Select(e => e.Person).ToListAsync();
        var phones = await courses.Applications.AsNoTracking().Select(a => a.Contact.Phone).ToListAsync();
        var hirers = await services.GetRequiredService<BookingDb>().Hires.AsNoTracking().Select(h => h.Hirer).ToListAsync();
        var staff = await services.GetRequiredService<AccountsDb>().Users.AsNoTracking().Select(a => a.DisplayName).ToListAsync();
        return people.Where(p => p.GivenName.Length > 0).Select(p => p.Name).Concat(hirers.Where(h => h.GivenName.Length > 0).Select(h => h.Name)).Concat(hirers.Select(h => h.GroupName).Where(g => g.Length > 0)).Concat(hirers.Select(h => h.Phone)).Concat(phones.Where(p => p.Length > 8)).Concat(staff).Where(n => n != "試験 太郎").Distinct().ToList();
    });
}
