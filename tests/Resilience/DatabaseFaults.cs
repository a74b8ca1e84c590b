using System.Net;
using Kominkan.Courses.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kominkan.Resilience;

/// <summary>
/// Another program holds the embedded file, or an administrator ends PostgreSQL's sessions, while residents apply. Everybody
/// gets their receipt or one clear page with the form as it was; nothing needs a restart.
/// </summary>
public class DatabaseFaults
{
    private const string Sentence = "いま混み合って";

    [Fact]
    public Task While_another_program_writes_an_application_waits_and_reading_goes_on() => WaitAsync(TimeSpan.Zero);

    [Fact]
    [Trait("Category", "Slow")]
    public Task While_another_program_writes_for_20_seconds_an_application_waits_and_reading_goes_on() => WaitAsync(TimeSpan.FromSeconds(20));

    [Fact]
    public async Task Who_waited_in_vain_keeps_the_form_and_sends_it_again()
    {
        if (TestDatabase.Provider != Provider.Sqlite)
        {
            return; // PostgreSQL's writers do not keep each other out.
        }

        await using var app = await KominkanApp.StartAsync(Impatient);
        var course = await app.CourseAsync();
        Page refused;
        await using (await HoldAsync(app))
        {
            refused = await app.Visitor.FillInAsync(course);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains(Sentence, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("中村", refused.Find("[name='Input.People[0].FamilyName']").GetAttribute("value"));
        Assert.Equal("30", refused.Find("[name='Input.People[0].Birth.Year']").GetAttribute("value"));
        var confirm = await app.Visitor.SubmitAsync(refused);
        Assert.Matches(@"^\d{4}-\d{4}$", (await app.Visitor.SendAsync(confirm)).ReceiptNumber());
    }

    [Fact]
    public async Task While_the_database_fails_again_and_again_every_answer_is_clear_and_no_receipt_is_lost()
    {
        await using var app = await KominkanApp.StartAsync(Impatient);
        var course = await app.CourseAsync(new() { Capacity = 10 });
        using var calm = new CancellationTokenSource();
        var refusals = 0;
        var nemesis = FailAgainAndAgainAsync(app, calm.Token);
        var receipts = await Task.WhenAll(Enumerable.Range(1, 12).Select(async n =>
        {
            using var browser = app.NewBrowser();
            return await PersistAsync(browser, course, n, () => Interlocked.Increment(ref refusals));
        }));
        await calm.CancelAsync();
        await nemesis;

        Assert.True(refusals > 0, "Nothing failed: this test has tested nothing.");
        LetGo(app);
        Assert.Equal(receipts.Order(), await app.DoAsync(s => s.GetRequiredService<CoursesDb>().Applications.Select(a => a.ReceiptNumber).Order().ToListAsync()));
        await Rules.HoldAsync(app);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor.OpenAsync("/health/ready")).Status);
    }

    private static async Task WaitAsync(TimeSpan time)
    {
        if (TestDatabase.Provider != Provider.Sqlite)
        {
            return; // PostgreSQL's writers do not keep each other out.
        }

        await using var app = await KominkanApp.StartAsync();
        var course = await app.CourseAsync();
        var confirm = await app.Visitor.FillInAsync(course);
        Task<Page> sending;
        await using (await HoldAsync(app))
        {
            sending = app.Visitor.SendAsync(confirm);
            using var reader = app.NewBrowser();
            Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync($"/courses/{course}/apply")).Status);
            Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/courses")).Status);
            await Task.Delay(time);
            Assert.False(sending.IsCompleted);
        }

        Assert.Matches(@"^\d{4}-\d{4}$", (await sending).ReceiptNumber());
        await Rules.HoldAsync(app);
    }

    /// <summary>Somebody who reads what the page says and tries again until there is a receipt.</summary>
    private static async Task<string> PersistAsync(Browser browser, Guid course, int n, Action refused)
    {
        Page Look(Page page)
        {
            if (page.Status != HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
                Assert.Contains(Sentence, page.Text, StringComparison.Ordinal);
                refused();
            }

            return page;
        }

        for (var tries = 0; tries < 500; tries++)
        {
            var page = Look(await browser.OpenAsync($"/courses/{course}/apply"));
            if (page.Status != HttpStatusCode.OK)
            {
                continue;
            }

            page = Look(await browser.FillInAsync(course, n, null, page));
            while (page.Status != HttpStatusCode.OK && page.Document.QuerySelector("main form[method=post]") is not null)
            {
                page = Look(await browser.SubmitAsync(page));
            }

            while (page.Document.QuerySelector("main form[method=post]") is not null)
            {
                page = Look(await browser.SendAsync(page));
            }

            // Applied, but the page with the receipt failed: it is opened again, as anybody would.
            while (page.Url.AbsolutePath.EndsWith("/done", StringComparison.Ordinal))
            {
                if (page.Status == HttpStatusCode.OK)
                {
                    return page.ReceiptNumber();
                }

                page = Look(await browser.OpenAsync(page.Url.AbsolutePath));
            }
        }

        throw new Xunit.Sdk.XunitException($"No receipt for {n}.");
    }

    private static async Task FailAgainAndAgainAsync(KominkanApp app, CancellationToken calm)
    {
        while (!calm.IsCancellationRequested)
        {
            if (TestDatabase.Provider == Provider.Sqlite)
            {
                await using (await HoldAsync(app))
                {
                    await Task.Delay(2500, CancellationToken.None);
                }
            }
            else
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString(app)) { Pooling = false }.ConnectionString);
                await connection.OpenAsync(CancellationToken.None);
                await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", connection);
                await end.ExecuteNonQueryAsync(CancellationToken.None);
            }

            await Task.Delay(300, CancellationToken.None);
        }
    }

    /// <summary>Keeps the file as another program's long write does, until disposed.</summary>
    private static async Task<SqliteConnection> HoldAsync(KominkanApp app)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString(app)) { Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN EXCLUSIVE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>A second of waiting instead of half a minute, so that the test need not take as long.</summary>
    private static void Impatient(WebApplicationBuilder builder)
    {
        if (TestDatabase.Provider == Provider.Sqlite)
        {
            builder.Configuration["ConnectionStrings:Kominkan"] += ";Default Timeout=1";
        }
    }

    private static string ConnectionString(KominkanApp app) => app.Services.GetRequiredService<DatabaseSettings>().ConnectionString;

    private static void LetGo(KominkanApp app)
    {
        if (TestDatabase.Provider == Provider.Postgres)
        {
            using var connection = new NpgsqlConnection(ConnectionString(app));
            NpgsqlConnection.ClearPool(connection);
        }
    }
}
