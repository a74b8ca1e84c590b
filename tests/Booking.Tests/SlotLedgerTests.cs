using System.Data.Common;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Every change of every slot stands in the public record, whoever made it and however, and cannot be changed there.</summary>
public sealed class SlotLedgerTests
{
    private const string Chain = "部屋の変更の記録は、最初から最後までつながっている";
    private const string Locks = "部屋の変更は、データベースが書きとめ、書き換えを断る";

    [Fact]
    public async Task A_booking_and_its_cancellation_stand_there_for_everybody_without_a_name()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room);
        await app.Visitor.GiveBackAsync(number);
        await app.RunJobAsync("booking.seal-ledger");

        var page = await app.Visitor.OpenAsync("/rooms/ledger?hall=1");

        Assert.Equal("部屋の変更の記録", page.Heading);
        Assert.Equal(["× 取った", "○ 空けた"], page.Document.QuerySelectorAll("tbody td[data-label='変更']").Select(c => c.TextContent.Trim()));
        Assert.All(page.Document.QuerySelectorAll("tbody td[data-label='使いみち']"), c => Assert.Equal("団体・サークル", c.TextContent));
        Assert.DoesNotContain("中村", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("みどり書道会", page.Html, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Holds_are_left_out_and_moves_blocks_and_what_ends_by_itself_are_in()
    {
        await using var app = await City.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        await app.Visitor.KeepAsync(room);
        var claimed = await app.ClaimAsync(Use(room, 13, 15));
        await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().MoveAsync(claimed, new RoomSlot(other.Id, Day, At(13), At(15))));
        await app.DoAsync(s => s.GetRequiredService<RoomCalendar>().PutAsync(Use(room, 16, 17, RoomUseKind.Maintenance), app.Clock.UtcNow().AddDays(3)));
        app.Clock.Advance(TimeSpan.FromDays(4));
        await app.RunJobAsync("booking.forget-holds");

        Assert.Equal([SlotAct.Taken, SlotAct.Left, SlotAct.Moved, SlotAct.Asked, SlotAct.GivenUp], await ActsAsync(app));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Nothing_is_written_down_of_what_was_rolled_back()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();

        await Assert.ThrowsAsync<RuleBroken>(() => app.DoAsync(async s =>
        {
            await s.GetRequiredService<IRoomCalendar>().ClaimAsync(Use(room, 9, 12));
            throw new RuleBroken("やめた");
        }));

        Assert.Empty(await ActsAsync(app));
    }

    [Fact]
    public async Task What_was_sealed_is_neither_changed_nor_deleted_not_even_with_sql()
    {
        await using var app = await SealedAsync();
        foreach (var sql in new[] { """UPDATE {0}SlotChanges" SET "Use" = 'x'""", """UPDATE {0}SlotChanges" SET "No" = NULL""", """DELETE FROM {0}SlotChanges" """ })
        {
            var e = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(app, sql));
            Assert.Contains("append-only", e.Message, StringComparison.Ordinal);
        }

        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_row_changed_behind_its_back_is_found()
    {
        await using var app = await SealedAsync();
        var file = PublishedLedgerDay.Parse((await app.Visitor.OpenAsync($"/rooms/ledger/{app.Clock.Today():yyyy-MM-dd}.json")).Html);
        Assert.Empty(file.Differences());

        await ExecuteAsync(app, TestDatabase.Provider == Provider.Sqlite ? "DROP TRIGGER booking_ledger_keep_changed" : """ALTER TABLE booking."SlotChanges" DISABLE TRIGGER booking_ledger_keep_rows""");
        await ExecuteAsync(app, """UPDATE {0}SlotChanges" SET "Use" = 'maintenance' WHERE "No" = 2""");

        Assert.Equal([Locks, Chain], (await BrokenAsync(app)).Select(b => b.Name));
        Assert.Equal("2番の中身が、綴じたときのハッシュと一致しません。", (await BrokenAsync(app)).Single(b => b.Name == Chain).Example);
        var entries = file.Entries.Select(e => e.No == 2 ? e with { Use = "maintenance" } : e).ToList();
        Assert.Equal(["2番の中身が、綴じたときのハッシュと一致しません。"], (file with { Entries = entries }).Differences());
        Assert.Contains("3番のところに4番があります。", (file with { Entries = [.. file.Entries.Where(e => e.No != 3)] }).Differences());
    }

    [Fact]
    public async Task A_use_the_record_does_not_know_and_one_it_misses_are_found()
    {
        await using var app = await SealedAsync();
        await ExecuteAsync(app, TestDatabase.Provider == Provider.Sqlite ? "DROP TRIGGER booking_ledger_ended" : """ALTER TABLE booking."Occupancies" DISABLE TRIGGER booking_ledger_write""");
        await ExecuteAsync(app, """UPDATE {0}Occupancies" SET "ReleasedAt" = "Date" """.Replace("\"Date\" ", TestDatabase.Provider == Provider.Sqlite ? "'2026-12-01 00:00:00'" : "now()", StringComparison.Ordinal));

        Assert.Contains(await BrokenAsync(app), b => b.Name == "変更の記録で使われている時間は、いまも使われている" && b.Violations == 4);
    }

    [Fact]
    public async Task A_day_goes_on_from_the_day_before_and_never_grows_afterwards()
    {
        await using var app = await SealedAsync();
        var today = app.Clock.Today();
        var first = await FileAsync(app, today);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.ClaimAsync(Use(await app.RoomAsync("研修室2"), 9, 10));
        await app.RunJobAsync("booking.seal-ledger");

        var second = await FileAsync(app, today.AddDays(1));

        Assert.Equal(first.ToJson(), (await FileAsync(app, today)).ToJson());
        Assert.Equal((first.Digest, 5L, 0), (second.Previous, second.Entries.Single().No, second.Differences().Count));
        Assert.Contains("この日の変更はありません", (await app.Visitor.OpenAsync($"/rooms/ledger?date={today.AddDays(-1):yyyy-MM-dd}")).Text, StringComparison.Ordinal);
        Assert.Contains(second.Entries[0].Hash, (await app.Visitor.OpenAsync($"/rooms/ledger/{today.AddDays(1):yyyy-MM-dd}.csv")).Html, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Visitor.OpenAsync($"/rooms/ledger/{today.AddDays(2):yyyy-MM-dd}.json")).Status);
    }

    [Fact]
    public async Task Rooms_that_were_in_use_before_there_was_a_record_are_its_beginning()
    {
        await using var app = await City.StartAsync();
        await app.ClaimAsync(Use(await app.RoomAsync(), 9, 12));
        await ExecuteAsync(app, TestDatabase.Provider == Provider.Sqlite ? "DROP TRIGGER booking_ledger_keep_deleted" : """ALTER TABLE booking."SlotChanges" DISABLE TRIGGER booking_ledger_keep_rows""");
        await ExecuteAsync(app, """DELETE FROM {0}SlotChanges" """);

        await app.DoAsync(s => s.GetRequiredService<LedgerTriggers>().RunAsync(default));
        await app.DoAsync(s => s.GetRequiredService<LedgerTriggers>().RunAsync(default));

        Assert.Equal([SlotAct.Taken], await ActsAsync(app));
    }

    [Fact]
    public async Task Many_write_and_two_seal_at_once_and_it_is_one_chain()
    {
        await using var app = await City.StartAsync();
        await RaceAsync(app);
        await app.RunJobAsync("booking.seal-ledger");

        Assert.Equal(40, await app.DoAsync(s => s.GetRequiredService<BookingDb>().SlotChanges.CountAsync(c => c.No != null)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Even_without_the_turn_the_database_lets_nobody_seal_twice()
    {
        var overtaken = new Overtaken();
        await using var app = await City.StartAsync(services => services.AddScoped<AppDatabase, NoTransaction>().AddSingleton<IInterceptor>(overtaken));

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => SealOvertakenAsync(app, overtaken));

        Assert.Empty(await BrokenAsync(app));
    }

    [Fact]
    public async Task Without_either_who_was_overtaken_would_break_the_chain()
    {
        var overtaken = new Overtaken();
        await using var app = await City.StartAsync(services => services.AddScoped<AppDatabase, NoTransaction>().AddSingleton<IInterceptor>(overtaken));
        await ExecuteAsync(app, TestDatabase.Provider == Provider.Sqlite ? "DROP TRIGGER booking_ledger_keep_changed" : """ALTER TABLE booking."SlotChanges" DISABLE TRIGGER booking_ledger_keep_rows""");

        await SealOvertakenAsync(app, overtaken);

        Assert.Contains(await BrokenAsync(app), b => b.Name == Chain);
    }

    /// <summary>Between its reading and its writing somebody else seals, and one change more.</summary>
    private static async Task SealOvertakenAsync(KominkanApp app, Overtaken overtaken)
    {
        var room = await app.RoomAsync();
        await app.ClaimAsync(Use(room, 9, 10));
        overtaken.By = async () =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.ClaimAsync(Use(room, 11, 12));
            await SealAsync(app);
        };
        await SealAsync(app);
    }

    private static Task SealAsync(KominkanApp app) => app.DoAsync(s => ActivatorUtilities.CreateInstance<SealLedger>(s).RunAsync(default));

    /// <summary>Twenty take and give back while two seal.</summary>
    private static async Task RaceAsync(KominkanApp app)
    {
        var room = await app.RoomAsync();
        await AtOnceAsync(Enumerable.Range(0, 22), async n =>
        {
            if (n < 20)
            {
                var taken = await app.ClaimAsync(Use(room, 9, 12, date: Day.AddDays(n)));
                await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().ReleaseAsync(taken));
            }
            else
            {
                for (var round = 0; round < 10; round++)
                {
                    await SealAsync(app);
                }
            }

            return n;
        });
    }

    /// <summary>Four changes, sealed.</summary>
    private static async Task<KominkanApp> SealedAsync()
    {
        var app = await City.StartAsync();
        var room = await app.RoomAsync();
        for (var hour = 9; hour < 13; hour++)
        {
            await app.ClaimAsync(Use(room, hour, hour + 1));
        }

        await app.RunJobAsync("booking.seal-ledger");
        return app;
    }

    private static async Task<PublishedLedgerDay> FileAsync(KominkanApp app, DateOnly day) => PublishedLedgerDay.Parse((await app.Visitor.OpenAsync($"/rooms/ledger/{day:yyyy-MM-dd}.json")).Html);

    private static Task<List<SlotAct>> ActsAsync(KominkanApp app) => app.DoAsync(s => s.GetRequiredService<BookingDb>().SlotChanges.OrderBy(c => c.Id).Select(c => c.Act).ToListAsync());

    private static Task<List<Invariant>> BrokenAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var broken = new List<Invariant>();
        await foreach (var invariant in s.GetServices<IInvariants>().OfType<LedgerInvariants>().Single().CheckAsync())
        {
            broken.AddRange(invariant.Violations > 0 ? [invariant] : []);
        }

        return broken;
    });

    private static Task<int> ExecuteAsync(KominkanApp app, string sql) => app.DoAsync(s => s.GetRequiredService<BookingDb>().Database
        .ExecuteSqlRawAsync(sql.Replace("{0}", TestDatabase.Provider == Provider.Sqlite ? "\"booking_" : "booking.\"", StringComparison.Ordinal)));

    /// <summary>The first who is about to seal lets somebody else do it before.</summary>
    private sealed class Overtaken : SaveChangesInterceptor
    {
        public Func<Task>? By { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (By is { } by && eventData.Context!.ChangeTracker.Entries<SlotChange>().Any(e => e.State == EntityState.Modified))
            {
                By = null;
                await by();
            }

            return result;
        }
    }
}
