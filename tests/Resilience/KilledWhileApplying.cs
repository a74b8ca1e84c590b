using System.Collections.Concurrent;
using System.Net;
using Kominkan.Courses.Contracts;
using Kominkan.Courses.Data;
using Kominkan.Courses.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Resilience;

/// <summary>
/// The program dies while residents apply. Each of them writes down what the screen told them: what was acknowledged must
/// be there once, what was not may be sent again from the page that still stands on the screen.
/// </summary>
[Collection(Processes.Name)]
public class KilledWhileApplying
{
    private const int Residents = 6;
    private const int LookedUp = 4;

    [Fact]
    public Task Killed_twice_no_receipt_is_lost_and_no_form_makes_two_applications() => RunAsync(2);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Killed_20_times_no_receipt_is_lost_and_no_form_makes_two_applications() => RunAsync(20);

    private static async Task RunAsync(int kills)
    {
        await using var scene = await Scene.SetAsync();
        Guid[] courses =
        [
            await scene.App.CourseAsync(new() { Capacity = 30 }),
            await scene.App.CourseAsync(new() { Intake = Intake.Draw, Capacity = 10 }),
        ];
        var everything = new List<Attempt>();
        await scene.ServeAsync();
        await Chance.RunAsync(kills, async (_, random) =>
        {
            var attempts = new ConcurrentQueue<Attempt>();
            var seeds = Enumerable.Range(0, Residents).Select(_ => random.Next()).ToList();
            var address = scene.Address;
            var number = everything.Count * 2;
            var enough = random.Next(1, 4 * Residents);
            await scene.KillWhileAsync(() => attempts.Count(a => a.Receipt.Length > 0) >= enough, random, [.. seeds.Select(seed => (Func<Task>)(() =>
                ApplyUntilItStopsAsync(address, new Random(seed), courses, () => Interlocked.Increment(ref number), attempts)))]);
            await scene.ServeAsync();
            await WholeOrNotThereAsync(scene.App, attempts);
            await SendAgainAsync(scene, attempts, random);
            everything.AddRange(attempts);
            await scene.CheckAsync();
        });

        Assert.Contains(everything, a => a.Receipt.Length > 0);
        Assert.Equal(everything.Count, everything.Select(a => a.Receipt).Distinct().Count());
        Assert.Equal(everything.Select(a => a.Receipt).Order(), await scene.App.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.Select(a => a.ReceiptNumber).Order().ToListAsync()));
        await scene.VerifyAsync();
    }

    private static async Task ApplyUntilItStopsAsync(Uri address, Random random, Guid[] courses, Func<int> next, ConcurrentQueue<Attempt> attempts)
    {
        try
        {
            while (true)
            {
                using var browser = new Browser(address);
                var n = next();
                var confirm = await browser.FillInAsync(courses[random.Next(courses.Length)], n);
                Assert.EndsWith("/confirm", confirm.Url.AbsolutePath, StringComparison.Ordinal);
                var attempt = new Attempt(n, confirm, browser.Cookies.GetAllCookies());
                attempts.Enqueue(attempt);
                var done = await browser.SendAsync(confirm);
                Assert.Equal(HttpStatusCode.OK, done.Status);
                attempt.Receipt = done.ReceiptNumber();
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            // The site is dead: what this resident saw so far is all there is.
        }
    }

    /// <summary>Acknowledged: there. Not acknowledged: there with its person and its form marked as sent, or neither.</summary>
    private static async Task WholeOrNotThereAsync(KominkanApp app, IReadOnlyCollection<Attempt> attempts)
    {
        var keys = attempts.Select(a => a.Key).ToList();
        var (applications, drafts) = await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<CoursesDb>();
            return (await db.Applications.AsNoTracking().Where(a => keys.Contains(a.Key)).ToListAsync(), await db.Drafts.AsNoTracking().Where(d => keys.Contains(d.Id)).ToDictionaryAsync(d => d.Id));
        });
        foreach (var attempt in attempts)
        {
            var made = applications.SingleOrDefault(a => a.Key == attempt.Key);
            Assert.True(attempt.Receipt.Length == 0 || made?.ReceiptNumber == attempt.Receipt, $"The receipt {attempt.Receipt} was shown, but its application is not there.");
            Assert.Equal(made?.Id, drafts[attempt.Key].ApplicationId);
            Assert.Equal(made is null ? 0 : 1, made?.People.Count ?? 0);
        }
    }

    /// <summary>Whoever saw no receipt presses the button again, twice; a few who saw one press it again and look it up.</summary>
    private static async Task SendAgainAsync(Scene scene, IReadOnlyCollection<Attempt> attempts, Random random)
    {
        var acknowledged = attempts.Where(a => a.Receipt.Length > 0).ToArray();
        random.Shuffle(acknowledged);
        foreach (var attempt in attempts.Where(a => a.Receipt.Length == 0).Concat(acknowledged.Take(LookedUp)).ToList())
        {
            using var browser = scene.Site.NewBrowser();
            browser.Cookies.Add(attempt.Cookies);
            var stillOpen = attempt.Confirm with { Url = new Uri(scene.Address, attempt.Confirm.Url.PathAndQuery) };
            var receipt = (await browser.SendAsync(stillOpen)).ReceiptNumber();
            Assert.Matches(@"^\d{4}-\d{4}$", receipt);
            Assert.Equal(receipt, (await browser.SendAsync(stillOpen)).ReceiptNumber());
            Assert.True(attempt.Receipt.Length == 0 || attempt.Receipt == receipt, $"Sent again, {attempt.Receipt} became {receipt}.");
            attempt.Receipt = receipt;
        }

        foreach (var attempt in acknowledged.Take(LookedUp))
        {
            using var browser = scene.Site.NewBrowser();
            var found = await browser.SubmitAsync(await browser.OpenAsync("/applications"), new { Number = attempt.Receipt, Phone = $"090-0000-{attempt.Number:0000}" });
            Assert.Equal("/applications/mine", found.Url.AbsolutePath);
        }
    }

    private sealed class Attempt(int number, Page confirm, CookieCollection cookies)
    {
        public int Number { get; } = number;

        public Page Confirm { get; } = confirm;

        public CookieCollection Cookies { get; } = cookies;

        public Guid Key { get; } = Guid.Parse(cookies["kominkan-apply"]!.Value);

        /// <summary>What the screen showed; empty until then.</summary>
        public string Receipt { get; set; } = "";
    }
}
