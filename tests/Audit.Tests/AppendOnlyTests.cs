using System.Data.Common;
using Kominkan.Audit.Data;
using Kominkan.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Audit.Tests;

/// <summary>Not the program, the database says no: also to who comes with the database's own tools.</summary>
public sealed class AppendOnlyTests
{
    [Theory]
    [InlineData("UPDATE {0}Entries\" SET \"AccountName\" = 'だれか'")]
    [InlineData("DELETE FROM {0}Subjects\"")]
    [InlineData("UPDATE {0}Subjects\" SET \"Kind\" = 'x'")]
    [InlineData("DELETE FROM {0}Entries\"")]
    [InlineData("DELETE FROM {0}Purges\"")]
    [InlineData("UPDATE {0}Purges\" SET \"Before\" = \"StartedAt\"")]
    public async Task What_was_written_is_neither_changed_nor_deleted(string sql)
    {
        await using var app = await SeenAsync();
        await app.DoAsync(s => s.GetRequiredService<Purging>().PurgeAsync(app.Clock.UtcNow().AddHours(-12), default));

        var e = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(app, sql));

        Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
        Assert.Single(await AuditTests.EntriesAsync(app));
    }

    [Fact]
    public async Task Without_the_triggers_it_would_be_gone()
    {
        await using var app = await SeenAsync();
        await AuditTests.ExecuteAsync(app, "DROP TRIGGER audit_keep_subjects_deleted; DROP TRIGGER audit_keep_entries_deleted", """ALTER TABLE audit."Subjects" DISABLE TRIGGER audit_keep_rows; ALTER TABLE audit."Entries" DISABLE TRIGGER audit_keep_rows""");

        await ExecuteAsync(app, "DELETE FROM {0}Subjects\"");
        await ExecuteAsync(app, "DELETE FROM {0}Entries\"");

        Assert.Empty(await AuditTests.EntriesAsync(app));
        Assert.Contains(await BrokenAsync(app), b => b.Name == "閲覧記録の書き換えと削除を、データベースが断る");
    }

    [Fact]
    public async Task Triggers_that_a_rebuilt_table_has_lost_are_back_after_the_next_migration()
    {
        await using var app = await SeenAsync();
        await AuditTests.ExecuteAsync(app, "DROP TRIGGER audit_keep_entries_deleted", """DROP TRIGGER audit_keep_rows ON audit."Entries" """);
        Assert.NotEmpty(await BrokenAsync(app));

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrator>().MigrateAsync();
        }

        Assert.Empty(await BrokenAsync(app));
        await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(app, "DELETE FROM {0}Entries\""));
    }

    [Fact]
    public async Task Only_what_is_older_than_the_city_keeps_it_goes_and_the_purge_itself_stays_on_record()
    {
        await using var app = await SeenAsync();
        var cutoff = app.Clock.UtcNow().AddHours(-1);
        app.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<Purging>().PurgeAsync(cutoff, default)));
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<Purging>().PurgeAsync(cutoff, default)));

        var left = Assert.Single(await AuditTests.EntriesAsync(app));
        Assert.True(left.At >= cutoff);
        Assert.NotEmpty(left.Subjects);
        var purge = await app.DoAsync(s => s.GetRequiredService<AuditDb>().Purges.SingleAsync());
        Assert.Equal((cutoff, 1), (purge.Before, purge.Entries));
    }

    /// <summary>Two sights, a day apart.</summary>
    private static async Task<KominkanApp> SeenAsync()
    {
        var app = await KominkanApp.StartAsync();
        var (course, _) = await AuditTests.GivenPersonAsync(app);
        using (var counter = await app.SignInAsync(RoleKeys.Counter, "1"))
        {
            await counter.OpenAsync($"/staff/courses/{course}/roster");
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        using (var counter = await app.SignInAsync(RoleKeys.Counter, "1"))
        {
            await counter.OpenAsync($"/staff/courses/{course}/roster");
        }

        return app;
    }

    private static Task ExecuteAsync(KominkanApp app, string sql) =>
        AuditTests.ExecuteAsync(app, sql.Replace("{0}", "\"audit_", StringComparison.Ordinal), sql.Replace("{0}", "audit.\"", StringComparison.Ordinal));

    private static Task<List<Invariant>> BrokenAsync(KominkanApp app) => app.DoAsync(async services =>
    {
        var broken = new List<Invariant>();
        foreach (var invariants in services.GetServices<IInvariants>().OfType<AuditInvariants>())
        {
            await foreach (var invariant in invariants.CheckAsync())
            {
                broken.Add(invariant);
            }
        }

        return broken.Where(b => b.Violations > 0).ToList();
    });
}
