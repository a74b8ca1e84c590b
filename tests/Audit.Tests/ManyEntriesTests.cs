using System.Diagnostics;
using Kominkan.Audit.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Audit.Tests;

/// <summary>After years: a million entries, and the question of the day after a leak.</summary>
public sealed class ManyEntriesTests
{
    private const int Entries = 1_000_000;

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Whose_data_somebody_saw_is_told_within_a_minute_at_a_million_entries()
    {
        await using var app = await KominkanApp.StartAsync();
        var accounts = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToArray();
        await FillAsync(app, accounts, Entries);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);

        foreach (var url in new[] { $"/staff/audit/reach?account={accounts[7]}&from=2025-06-01&to=2025-08-31", $"/staff/audit/reach?account={accounts[7]}", $"/staff/audit?account={accounts[7]}", "/staff/audit" })
        {
            var watch = Stopwatch.StartNew();
            var page = await office.OpenAsync(url);
            watch.Stop();
            Console.WriteLine($"{TestDatabase.Provider}, {Entries:N0} entries: {watch.Elapsed.TotalMilliseconds:0} ms for {url.Split('?')[0]} ({System.Text.RegularExpressions.Regex.Match(page.Text, "[0-9]+人 [0-9]+件|[0-9]+件、").Value})");
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{url}: {watch.Elapsed}");
        }
    }

    [Fact]
    public async Task The_question_is_answered_from_an_index_on_both_engines()
    {
        await using var app = await KominkanApp.StartAsync();
        var accounts = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToArray();
        await FillAsync(app, accounts, 20_000);
        var plan = await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<AuditDb>();
            var from = app.Clock.UtcNow().AddDays(-30);
            return await (from e in db.Entries
                          where e.AccountId == accounts[7] && e.At >= @from
                          join s in db.Subjects on e.Id equals s.EntryId
                          group e.At by new { s.Kind, s.SubjectId } into g
                          select new { g.Key, Times = g.Count() }).ExplainAsync();
        });

        Assert.True(plan.Contains("IX_audit_Entries_AccountId_At", StringComparison.Ordinal) || plan.Contains("IX_Entries_AccountId_At", StringComparison.Ordinal), plan);
        Assert.DoesNotContain("Seq Scan on \"Entries\"", plan, StringComparison.Ordinal);
    }

    /// <summary>Written by the engine itself: two people an entry, over two years, by all accounts in turn.</summary>
    private static async Task FillAsync(KominkanApp app, Guid[] accounts, int entries)
    {
        var list = string.Join(" UNION ALL ", accounts.Select((a, i) => $"SELECT {i} AS n, '{(TestDatabase.Provider == Provider.Sqlite ? a.ToString().ToUpperInvariant() : a.ToString())}' AS id"));
        await AuditTests.ExecuteAsync(app, $"""
            CREATE TEMP TABLE many_accounts AS {list};
            INSERT INTO "audit_Entries" ("Id", "At", "AccountId", "AccountName", "Act", "What", "Path", "Count")
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {entries})
            SELECT printf('%08X-0000-7000-8000-000000000000', i), datetime('2024-11-01', '+' || (i * 63000 / {entries} * 1000) || ' seconds'), a.id, '職員', 'View', '受講者名簿', '/staff/x', 2
            FROM n JOIN many_accounts a ON a.n = i % {accounts.Length};
            INSERT INTO "audit_Subjects" ("EntryId", "Kind", "SubjectId")
            SELECT "Id", 'person', printf('%08X-0000-7000-9000-000000000000', (rowid * 7919 + k.k * 104729) % 300000) FROM "audit_Entries" JOIN (SELECT 0 AS k UNION ALL SELECT 1) k;
            ANALYZE;
            """, $"""
            CREATE TEMP TABLE many_accounts AS {list};
            INSERT INTO audit."Entries" ("Id", "At", "AccountId", "AccountName", "Act", "What", "Path", "Count")
            SELECT (lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000000')::uuid, timestamptz '2024-11-01Z' + make_interval(secs => i::float * 63000000 / {entries}), a.id::uuid, '職員', 'View', '受講者名簿', '/staff/x', 2
            FROM generate_series(0, {entries} - 1) i JOIN many_accounts a ON a.n = i % {accounts.Length};
            INSERT INTO audit."Subjects" ("EntryId", "Kind", "SubjectId")
            SELECT "Id", 'person', (lpad(to_hex((('x' || left("Id"::text, 8))::bit(32)::bigint * 7919 + k * 104729) % 300000), 8, '0') || '-0000-7000-9000-000000000000')::uuid FROM audit."Entries", generate_series(0, 1) k;
            ANALYZE audit."Entries"; ANALYZE audit."Subjects";
            """);
    }
}
