using System.Diagnostics;
using System.Net;
using Kominkan.Accounts.Data;
using Kominkan.Accounts.Domain;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kominkan.Accounts.Tests;

/// <summary>How long an answer takes tells nobody which accounts exist. Passwords cost here what they cost in earnest.</summary>
public class TimingTests
{
    private const string Password = "kaze-ga-fuku-asa-no-michi";
    private const double Within = 0.2;

    /// <summary>Measured in turn; more rounds while the machine has not once left each of the three alone.</summary>
    private const int Round = 9, Rounds = 6;

    [Theory]
    [InlineData("/staff/sign-in", "Input.Name")]
    [InlineData("/sign-in/password", "Input.Mail")]
    public async Task A_name_nobody_has_is_refused_in_the_time_of_a_wrong_password(string door, string field)
    {
        await using var app = await KominkanApp.StartAsync();
        // Several, because ten wrong passwords lock an account.
        await FillAsync(app, "shiru", Enumerable.Range(0, Rounds), app.Checks().Hash(Password));
        // What an account answers that is let off the work: the measure must be able to tell.
        using var cheap = new PasswordChecks(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));
        await FillAsync(app, "karui", Enumerable.Range(0, Rounds), cheap.Hash(Password));
        using var crawl = new Crawl(app, new CookieContainer());
        var (unknown, wrong, light) = (new List<double>(), new List<double>(), new List<double>());
        await TryAsync("dare0");
        for (var n = 0; n < Round * Rounds && (n < Round || Difference(unknown, wrong) > Within); n++)
        {
            unknown.Add(await TryAsync($"dare{n}"));
            wrong.Add(await TryAsync($"shiru{n / Round}"));
            light.Add(await TryAsync($"karui{n / Round}"));
        }

        Console.WriteLine($"{TestDatabase.Provider} {door}, the least of {wrong.Count}: unknown {unknown.Min():0} ms, wrong password {wrong.Min():0} ms, with a cheap hash {light.Min():0} ms.");
        Assert.InRange(Difference(unknown, wrong), 0, Within);
        Assert.True(Difference(unknown, light) > Within, "An account that answers at once is not told from one that does not exist: the measure is worth nothing.");

        async Task<double> TryAsync(string name)
        {
            var watch = Stopwatch.StartNew();
            await crawl.FillInAsync(door, new(field, field.EndsWith("Mail", StringComparison.Ordinal) ? name + "@example.jp" : name), new("Input.Password", "chigau-kotoba-wo-ireta"));
            return watch.Elapsed.TotalMilliseconds;
        }
    }

    private static Task FillAsync(KominkanApp app, string name, IEnumerable<int> numbers, string hash) => app.DoAsync(async services =>
    {
        var db = services.GetRequiredService<AccountsDb>();
        foreach (var n in numbers)
        {
            foreach (var account in new[] { Account.Create($"{name}{n}", "山田 花子", app.Clock.UtcNow()), Account.CreateResident($"{name}{n}@example.jp", app.Clock.UtcNow()) })
            {
                account.SetPassword(hash);
                db.Users.Add(account);
            }
        }

        await db.SaveChangesAsync();
    });

    /// <summary>Between the least times: whatever else a machine does only adds to an answer's time, and to one answer more than to another.</summary>
    private static double Difference(List<double> one, List<double> other) => Math.Abs(one.Min() - other.Min()) / Math.Max(one.Min(), other.Min());
}
