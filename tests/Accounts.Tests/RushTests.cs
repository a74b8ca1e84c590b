using System.Diagnostics;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Kominkan.Accounts.Tests;

/// <summary>The morning a popular course opens: everybody signs in at once, with passwords that cost what they cost in earnest.</summary>
public class RushTests(ITestOutputHelper output)
{
    private const int People = 300;
    private const string Password = "umi-no-mieru-heya-de";
    private static readonly TimeSpan Rush = TimeSpan.FromSeconds(60);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Three_hundred_sign_in_within_a_minute_and_the_other_pages_stay_fast()
    {
        await using var app = await KominkanApp.StartAsync();
        await app.CourseAsync();
        await app.DoAsync(async s =>
        {
            var (db, hash) = (s.GetRequiredService<AccountsDb>(), s.GetRequiredService<PasswordChecks>().Hash(Password));
            for (var i = 0; i < People; i++)
            {
                var account = Account.Create($"p{i:000}", "試験 太郎", app.Clock.UtcNow());
                account.SetPassword(hash);
                account.Grants.Add(Grant.Make(account.Id, RoleKeys.Counter, GrantScope.City, app.Clock.Today(), null));
                db.Users.Add(account);
            }

            await db.SaveChangesAsync();
        });
        await SignInAsync(app, 0);
        using var stop = new CancellationTokenSource();
        var others = ReadAsync(app, stop.Token);

        var signIns = await Task.WhenAll(Enumerable.Range(0, People).Select(async i =>
        {
            await Task.Delay(Rush * i / People, CancellationToken.None);
            return await SignInAsync(app, i);
        }));
        await stop.CancelAsync();

        var (entered, read) = (P95([.. signIns]), P95(await others));
        output.WriteLine($"sign-ins p95 {entered.TotalMilliseconds:0} ms, other pages p95 {read.TotalMilliseconds:0} ms");
        Assert.True(entered <= TimeSpan.FromSeconds(5), $"Sign-ins: {entered}");
        Assert.True(read <= TimeSpan.FromSeconds(1), $"Other pages: {read}");
    }

    private static async Task<TimeSpan> SignInAsync(KominkanApp app, int person)
    {
        using var browser = app.NewBrowser();
        var watch = Stopwatch.StartNew();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), new { Name = $"p{person:000}", Password });
        Assert.True(page.Url.AbsolutePath == "/staff", $"p{person:000}: {page.Status} {string.Join(' ', page.Errors)}");
        return watch.Elapsed;
    }

    /// <summary>Two people who look around meanwhile, fifty milliseconds a thought.</summary>
    private static async Task<List<TimeSpan>> ReadAsync(KominkanApp app, CancellationToken until)
    {
        async Task<List<TimeSpan>> OneAsync(string url)
        {
            using var browser = app.NewBrowser();
            var times = new List<TimeSpan>();
            while (!until.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                (await browser.Http.GetAsync(new Uri(url, UriKind.Relative), CancellationToken.None)).Dispose();
                times.Add(watch.Elapsed);
                await Task.Delay(50, CancellationToken.None);
            }

            return times;
        }

        return [.. (await Task.WhenAll(OneAsync("/courses"), OneAsync("/applications"))).SelectMany(t => t)];
    }

    private static TimeSpan P95(List<TimeSpan> times) => times.Order().ElementAt((int)(times.Count * 0.95));
}
