using System.Collections.Concurrent;
using System.Net;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>
/// The program dies while staff freeze and hold draws. A draw is there as a whole or not at all, what was published before
/// stays, and going on leads to the result everybody can compute.
/// </summary>
[Collection(Processes.Name)]
public class KilledWhileDrawing
{
    private const int Courses = 6;
    private const int Seats = 4;

    [Fact]
    public Task Killed_twice_a_draw_is_whole_or_not_there() => RunAsync(2);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Killed_20_times_a_draw_is_whole_or_not_there() => RunAsync(20);

    private static async Task RunAsync(int kills)
    {
        await using var scene = await Scene.SetAsync();
        var cookies = (await SignedInAsync(scene.App)).GetAllCookies();
        await scene.ServeAsync();
        await Chance.RunAsync(kills, async (_, random) =>
        {
            var courses = await CoursesAsync(scene.App);
            var seen = new ConcurrentDictionary<Guid, string>();
            var address = scene.Address;
            var enough = random.Next(2 * Courses);
            await scene.KillWhileAsync(() => seen.Values.Sum(s => s == "drawn" ? 2 : 1) >= enough, random, [.. courses.Chunk(Courses / 3).Select(share => (Func<Task>)(() => DrawAllAsync(address, cookies, share, seen)))]);
            await scene.ServeAsync();
            var frozen = await WholeOrNotThereAsync(scene.App, courses, seen);
            await DrawAllAsync(scene.Address, cookies, courses, seen);
            Assert.All(courses, c => Assert.Equal("drawn", seen[c]));
            var drawn = await WholeOrNotThereAsync(scene.App, courses, seen);
            Assert.All(frozen, f => Assert.Equal(f.Value, drawn[f.Key]));
            await scene.CheckAsync();
        });

        await scene.VerifyAsync();
    }

    /// <summary>Takes each course as far as it goes, and writes down what the screen said.</summary>
    private static async Task DrawAllAsync(Uri address, CookieCollection cookies, IEnumerable<Guid> courses, ConcurrentDictionary<Guid, string> seen)
    {
        using var browser = new Browser(address);
        browser.Cookies.Add(cookies);
        try
        {
            foreach (var course in courses)
            {
                var page = await browser.OpenAsync($"/staff/courses/{course}/draw");
                Assert.Equal(HttpStatusCode.OK, page.Status);
                while (page.Document.QuerySelector("main form[method=post]") is not null)
                {
                    var closed = page.Document.QuerySelector("[name='Input.Seed']") is not null;
                    page = await browser.SubmitAsync(page, closed ? new { Seed = SeedOf(course) } : null);
                    Assert.True(page.Status == HttpStatusCode.OK, $"{(int)page.Status}: {page.Text}");
                    seen[course] = page.Text.Contains("済んだ抽選", StringComparison.Ordinal) ? "drawn" : "frozen";
                }

                Assert.Contains("済んだ抽選", page.Text, StringComparison.Ordinal);
                seen[course] = "drawn";
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            // The site is dead: the rest of the share has not been touched.
        }
    }

    /// <summary>Each course is in one of three states as a whole, and not before what the screen said.</summary>
    /// <returns>The published hash of every draw that is there.</returns>
    private static async Task<Dictionary<Guid, string>> WholeOrNotThereAsync(KominkanApp app, IReadOnlyList<Guid> courses, ConcurrentDictionary<Guid, string> seen)
    {
        var (draws, applications, states) = await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CoursesDb>();
            return (await db.Draws.AsNoTracking().Where(d => courses.Contains(d.CourseId)).ToListAsync(),
                await db.Applications.AsNoTracking().Where(a => courses.Contains(a.CourseId)).ToListAsync(),
                await db.Courses.Where(c => courses.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.State));
        });
        foreach (var course in courses)
        {
            var told = seen.GetValueOrDefault(course);
            var entries = applications.Where(a => a.CourseId == course).ToDictionary(a => a.EntryCode);
            var draw = draws.SingleOrDefault(d => d.CourseId == course);
            Assert.True(draw is not null || told is null, $"The screen said {told}, but there is no draw.");
            Assert.True(draw?.Seed is not null || told != "drawn", "The screen said drawn, but the draw was not held.");
            if (draw?.Seed is null)
            {
                Assert.Equal(CourseState.Published, states[course]);
                Assert.All(entries.Values, a => Assert.Equal(a.Size, a.In(EnrolmentState.InDraw)));
                continue;
            }

            Assert.Equal(SeedOf(course), draw.Seed);
            Assert.Equal(CourseState.Drawn, states[course]);
            var results = Draw.Allot(Seats, Draw.Order(draw.Seed, draw.Entries()));
            Assert.Equal(results, draw.Results());
            Assert.Equal(entries.Keys.Order(), results.Select(r => r.Code).Order());
            Assert.All(results, r => Assert.Equal((r.Seats, entries[r.Code].Size - r.Seats), (entries[r.Code].In(EnrolmentState.Enrolled), entries[r.Code].In(EnrolmentState.Waiting))));
            Assert.Equal(results.Where(r => entries[r.Code].Size > r.Seats).Select(r => r.Code), entries.Values.Where(a => a.Rank is not null).OrderBy(a => a.Rank).Select(a => a.EntryCode));
        }

        return draws.ToDictionary(d => d.CourseId, d => d.EntriesHash);
    }

    /// <summary>Courses with applications of one and of two, whose window has just closed.</summary>
    private static async Task<IReadOnlyList<Guid>> CoursesAsync(KominkanApp app)
    {
        var courses = new List<Guid>();
        for (var c = 0; c < Courses; c++)
        {
            var course = await app.CourseAsync(new() { Intake = Intake.Draw, Capacity = Seats, GroupLimit = 2 });
            for (var n = 1; n <= 6; n++)
            {
                string[][] people = [["中村", "恵子", "ナカムラ", "ケイコ"], ["中村", "一", "ナカムラ", "ハジメ"]];
                await app.ApplicationAsync(course, new() { People = [.. people.Take(1 + (n % 2))], Phone = $"090-0000-{n:0000}", AllOrNone = n % 3 == 0 });
            }

            courses.Add(course);
        }

        var now = app.Clock.UtcNow();
        await app.DoAsync(services => services.GetRequiredService<CoursesDb>().Courses.Where(c => courses.Contains(c.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Recruitment.ClosesAt, now.AddHours(-1))));
        return courses;
    }

    private static async Task<CookieContainer> SignedInAsync(KominkanApp app)
    {
        await app.HallAsync();
        using var browser = await app.SignInAsync(RoleKeys.HeadOffice);
        return browser.Cookies;
    }

    private static string SeedOf(Guid course) => "公開の数" + course.ToString("N");
}
