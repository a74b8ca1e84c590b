using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Kominkan.Audit.Data;
using Kominkan.Audit.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Audit.Tests;

public sealed class AuditPagesTests
{
    [Fact]
    public async Task Head_office_finds_who_saw_a_person_and_whose_data_somebody_saw()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await AuditTests.GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await counter.OpenAsync($"/staff/courses/{course}/roster");
        await counter.OpenAsync($"/staff/courses/{course}/applications");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var found = await office.SubmitAsync(await office.OpenAsync("/staff/audit/find"), new { Text = "ツルカメ" });
        Assert.Contains("鶴亀 千代", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("?", found.Url.ToString(), StringComparison.Ordinal);
        var seen = await office.OpenAsync(found.Find("a[href*='subject=']").GetAttribute("href")!);
        Assert.Contains("鶴亀 千代さんが見られた記録", seen.Text, StringComparison.Ordinal);
        // The roster, the list, having been looked for, and this very page.
        Assert.Contains("4件、新しい順", seen.Text, StringComparison.Ordinal);
        Assert.Contains("受講者名簿", seen.Text, StringComparison.Ordinal);
        Assert.Contains("中央公民館", seen.Text, StringComparison.Ordinal);

        var saw = await office.OpenAsync("/staff/audit" + seen.Document.QuerySelectorAll("td a[href*='account=']")[^1].GetAttribute("href")!);
        Assert.Contains("試験 太郎さんが見た記録", saw.Text, StringComparison.Ordinal);
        var reach = await office.OpenAsync(saw.Find("a[href^='/staff/audit/reach']").GetAttribute("href")! + "&from=2026-11-23&to=2026-11-23");
        Assert.Contains("1人 2件の記録", reach.Text, StringComparison.Ordinal);
        Assert.Contains("鶴亀　千代", reach.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("0人", (await office.OpenAsync(reach.Url.PathAndQuery.Replace("2026-11-23", "2026-11-24", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_whose_record_it_is_stands_there_once()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await AuditTests.GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        var list = await counter.OpenAsync($"/staff/courses/{course}/applications");
        var slip = await counter.OpenAsync(list.Find("tbody a[href^='/staff/applications/']").GetAttribute("href")!);
        var form = await counter.OpenAsync(slip.Find("tbody a[href$='/link']").GetAttribute("href")!);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await counter.SubmitAsync(form, new { Choice = "new" });

        // The act, and the page one comes back to.
        Assert.Equal([(Act.View, "申し込み"), (Act.Change, "この方の記録につなぐ")], (await AuditTests.EntriesAsync(app)).Where(e => e.At == app.Clock.UtcNow()).OrderBy(e => e.Act).Select(e => (e.Act, e.What)));
    }

    [Fact]
    public async Task A_file_of_many_entries_holds_each_once_although_others_are_added_meanwhile()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AuditDb>();
            // Many at one instant: their ids decide.
            db.Entries.AddRange(Enumerable.Range(0, 1203).Select(n => new Entry(app.Clock.UtcNow().AddMinutes(-(n / 700)), Guid.NewGuid(), "職員", null, $"/staff/{n}", new Sight(Act.Print, "受講者名簿", []))));
            await db.SaveChangesAsync();
        });
        var lines = (await office.OpenAsync("/staff/audit?act=Print&format=csv")).Html.Split("\r\n").Where(l => l.Contains("/staff/", StringComparison.Ordinal)).ToList();

        Assert.Equal((1203, 1203), (lines.Count, lines.Distinct().Count()));
    }

    [Fact]
    public async Task Who_reads_the_audit_stands_in_it()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        Assert.Contains("1件、新しい順", (await office.OpenAsync("/staff/audit")).Text, StringComparison.Ordinal);
        Assert.Contains("2件、新しい順", (await office.OpenAsync("/staff/audit")).Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync("/staff/audit?format=csv")).Status);
        Assert.Equal([Act.View, Act.View, Act.Export], (await AuditTests.EntriesAsync(app)).Select(e => e.Act));
    }

    [Fact]
    public async Task The_file_holds_what_the_page_holds_with_every_name()
    {
        await using var app = await KominkanApp.StartAsync();
        var (course, _) = await AuditTests.GivenPersonAsync(app);
        using var counter = await app.SignInAsync(RoleKeys.Counter, "1");
        await counter.OpenAsync($"/staff/courses/{course}/roster");
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        var csv = (await office.OpenAsync("/staff/audit?act=Print&format=csv")).Html;

        Assert.Contains("受講者名簿", csv, StringComparison.Ordinal);
        Assert.Contains("鶴亀　千代", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task A_workbook_takes_an_entry_of_a_thousand_people_and_the_csv_has_them_all()
    {
        await using var app = await KominkanApp.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AuditDb>();
            db.Entries.Add(new Entry(app.Clock.UtcNow(), null, "", null, "/staff/x", new Sight(Act.Print, "受講者名簿", [.. Enumerable.Range(0, 1000).Select(_ => new Subject(SubjectKinds.Person, Guid.CreateVersion7()))])));
            await db.SaveChangesAsync();
        });

        using var answer = await office.Http.GetAsync(new Uri("/staff/audit?act=Print&format=xlsx", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var book = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(await book.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync());
        Assert.Equal(400, Ids(await sheet.ReadToEndAsync()));
        Assert.Equal(1000, Ids((await office.OpenAsync("/staff/audit?act=Print&format=csv")).Html));

        static int Ids(string text) => Regex.Count(text, "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-");
    }

    [Theory]
    [InlineData(RoleKeys.Counter)]
    [InlineData(RoleKeys.HallManager)]
    public async Task The_counter_and_the_manager_do_not_read_it(string role)
    {
        await using var app = await KominkanApp.StartAsync();
        await app.HallAsync();
        using var browser = await app.SignInAsync(role, "1");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.OpenAsync("/staff/audit")).Status);
    }
}
