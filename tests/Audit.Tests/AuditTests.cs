using System.Net;
using Kominkan.Audit.Data;
using Kominkan.Audit.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Audit.Tests;

public sealed class AuditTests
{
    private const string Name = "鶴亀";

    [Fact]
    public async Task Who_opens_a_roster_stands_in_the_audit_with_whose_it_was_and_no_name_of_theirs()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, hall) = await GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");

        Assert.Contains(Name, (await counter.OpenAsync($"/staff/courses/{course}/roster")).Text, StringComparison.Ordinal);

        var entry = Assert.Single(await EntriesAsync(app));
        Assert.Equal((Act.Print, "受講者名簿", "試験 太郎", 1), (entry.Act, entry.What, entry.AccountName, entry.Count));
        Assert.Equal(($"/staff/courses/{course}/roster", app.Clock.UtcNow()), (entry.Path, entry.At));
        Assert.Equal((hall, hall), (entry.HallId, entry.FromHallId));
        Assert.Equal(SubjectKinds.Enrolment, Assert.Single(entry.Subjects).Kind);
        Assert.DoesNotContain(Name, string.Join('|', entry.What, entry.Path, entry.Reason, entry.AccountName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_and_the_file_of_it_are_a_view_and_an_export()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");

        await counter.OpenAsync($"/staff/courses/{course}/applications");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await counter.OpenAsync($"/staff/courses/{course}/applications?format=csv");

        Assert.Equal([Act.View, Act.Export], (await EntriesAsync(app)).Select(e => e.Act));
    }

    [Fact]
    public async Task A_page_whose_audit_cannot_be_written_is_not_shown()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await BreakAsync(app);

        foreach (var url in new[] { $"/staff/courses/{course}/roster", $"/staff/courses/{course}/applications", $"/staff/courses/{course}/applications?format=csv" })
        {
            var page = await counter.OpenAsync(url);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.Contains("だれが見たかの記録を残せないため、表示を止めました。", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Name, page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_that_guard_the_names_would_be_seen_by_nobody_knows_whom()
    {
        await using var app = await KominkanApp.StartAsync(replace: services => services.AddScoped<IAudit, Careless>());
        var (course, _) = await GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await BreakAsync(app);

        Assert.Contains(Name, (await counter.OpenAsync($"/staff/courses/{course}/roster")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_cannot_be_audited_is_not_made()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        var list = await counter.OpenAsync($"/staff/courses/{course}/applications");
        var page = await counter.OpenAsync(list.Find("table a[href^='/staff/applications/']").GetAttribute("href")!);
        await BreakAsync(app);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await counter.SubmitAsync(page, new { Note = "電話した" })).Status);

        await ExecuteAsync(app, """ALTER TABLE "audit_Lost" RENAME TO "audit_Entries" """, """ALTER TABLE audit."Lost" RENAME TO "Entries" """);
        Assert.Equal("", (await counter.OpenAsync(page.Url.AbsolutePath)).Find("#Input_Note").TextContent.Trim());
    }

    [Fact]
    public async Task A_form_that_is_shown_again_is_audited_again_though_its_own_transaction_is_gone()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        var list = await counter.OpenAsync($"/staff/courses/{course}/applications");
        var page = await counter.OpenAsync(list.Find("table a[href^='/staff/applications/']").GetAttribute("href")! + "/withdraw");
        var before = (await EntriesAsync(app)).Count;

        var again = await counter.SubmitAsync(page, new Dictionary<string, string> { ["Input.People"] = Guid.NewGuid().ToString() });

        Assert.NotEmpty(again.Errors);
        Assert.Equal(before + 1, (await EntriesAsync(app)).Count);
    }

    internal static async Task<(Guid Course, Guid Hall)> GivenPersonAsync(KominkanApp app)
    {
        var course = await app.CourseAsync();
        await app.ApplicationAsync(course, new() { People = [[Name, "千代", "ツルカメ", "チヨ"]] });
        return (course, (await app.HallAsync()).Id);
    }

    internal static Task<List<Entry>> EntriesAsync(KominkanApp app) =>
        app.DoAsync(s => s.GetRequiredService<AuditDb>().Entries.AsNoTracking().Include(e => e.Subjects).OrderBy(e => e.At).ToListAsync());

    internal static Task ExecuteAsync(KominkanApp app, string sqlite, string postgres) => app.DoAsync(s =>
    {
        var database = s.GetRequiredService<AuditDb>().Database;
        // A million rows take longer than a page may.
        database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        return database.ExecuteSqlRawAsync(TestDatabase.Provider == Provider.Sqlite ? sqlite : postgres);
    });

    private static Task BreakAsync(KominkanApp app) =>
        ExecuteAsync(app, """ALTER TABLE "audit_Entries" RENAME TO "audit_Lost" """, """ALTER TABLE audit."Entries" RENAME TO "Lost" """);

    private sealed class Careless : IAudit
    {
        public Task SawAsync(Sight sight, CancellationToken cancellation = default) => Task.CompletedTask;
    }
}
