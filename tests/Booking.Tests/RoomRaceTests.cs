using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>One room at the moment everybody wants it. The twin with the guards off shows that the tests would notice.</summary>
public sealed class RoomRaceTests
{
    private const int Clients = 50;
    private const int Rounds = 5;

    [Fact]
    public Task Of_50_on_one_slot_exactly_one_gets_it() => RaceAsync(Rounds, (room, _) => Use(room, 9, 12));

    [Fact]
    public Task Of_50_on_overlapping_slots_exactly_one_gets_it() =>
        RaceAsync(Rounds, (room, n) => Use(room, 9, 12) with { Slot = new RoomSlot(room.Id, Day, At(9, n % 4 * 15), At(11, n % 4 * 15)) });

    [Fact]
    public Task Of_holds_hires_courses_and_shelters_exactly_one_gets_it() =>
        RaceAsync(Rounds, (room, n) => Use(room, 9, 12, (n % 4) switch { 0 => RoomUseKind.OwnProgram, 1 => RoomUseKind.Maintenance, 2 => RoomUseKind.Election, _ => RoomUseKind.Shelter }));

    [Fact]
    [Trait("Category", "Slow")]
    public Task In_100_rounds_there_is_never_a_second() => RaceAsync(100, (room, n) => Use(room, 9 + (n % 2), 12));

    [Fact]
    public async Task Of_a_whole_hall_and_its_parts_no_space_is_taken_twice()
    {
        await using var app = await KominkanApp.StartAsync();
        var rooms = new[] { await app.RoomAsync("大ホール"), await app.RoomAsync("大ホール（東）"), await app.RoomAsync("大ホール（西）") };

        var won = await AtOnceAsync(Enumerable.Range(0, Clients), async n => (Room: n % 3, Won: await app.TriesAsync(Use(rooms[n % 3], 9, 12))));

        // Either the whole, or both parts.
        Assert.Equal(won.Any(w => w is { Room: 0, Won: true }) ? 1 : 2, won.Count(w => w.Won));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Two_hosts_on_one_database_are_as_one()
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        await using var other = TestDatabase.Provider == Provider.Postgres ? await app.AnotherHostAsync() : null;

        var won = await AtOnceAsync(Enumerable.Range(0, Clients), n => (n % 2 == 0 ? app : other ?? app).TriesAsync(Use(room, 9, 12)));

        Assert.Equal(1, won.Count(w => w));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_lock_transaction_and_unique_cells_two_have_the_same_room()
    {
        await using var app = await KominkanApp.StartAsync(replace: GuardOff);
        await DropKeyAsync(app);
        var room = await app.RoomAsync();

        var won = await AtOnceAsync(Enumerable.Range(0, Clients), _ => app.TriesAsync(Use(room, 9, 12)));

        Assert.True(won.Count(w => w) > 1, "With the guards off only one got the room: the tests above would not notice a missing guard.");
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app));
        Assert.Contains("1つのことにだけ使う", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unique_cells_alone_refuse_the_second()
    {
        await using var app = await KominkanApp.StartAsync(replace: services => services.AddScoped<SpaceLock, NoSpaceLock>().AddSingleton<IInterceptor>(new Meeting()));
        var room = await app.RoomAsync();

        var won = await AtOnceAsync(Enumerable.Range(0, 2), _ => app.TriesAsync(Use(room, 9, 12)));

        Assert.Equal(1, won.Count(w => w));
    }

    private static async Task RaceAsync(int rounds, Func<Facilities.Contracts.Room, int, RoomUse> use)
    {
        await using var app = await KominkanApp.StartAsync();
        var room = await app.RoomAsync();
        for (var round = 0; round < rounds; round++)
        {
            var date = Day.AddDays(round);
            var won = await AtOnceAsync(Enumerable.Range(0, Clients), n =>
            {
                var wanted = use(room, n);
                return app.TriesAsync(wanted with { Slot = wanted.Slot with { Date = date } });
            });
            Assert.Equal(1, won.Count(w => w));
        }

        Assert.Equal(rounds, (await app.CountAsync()).Uses);
        await Rules.HoldAsync(app);
    }

    private static void GuardOff(IServiceCollection services)
    {
        services.AddScoped<AppDatabase, NoTransaction>();
        services.AddScoped<SpaceLock, NoSpaceLock>();
        services.AddSingleton<IInterceptor>(new Meeting());
    }

    /// <summary>The cells' table again, without its key.</summary>
    internal static Task DropKeyAsync(KominkanApp app) => app.DoAsync(async s =>
    {
        var db = s.GetRequiredService<BookingDb>();
        string[] statements = TestDatabase.Provider == Provider.Sqlite
            ? ["ALTER TABLE booking_cells RENAME TO old_cells", "CREATE TABLE booking_cells AS SELECT * FROM old_cells", "DROP TABLE old_cells"]
            : ["ALTER TABLE booking.\"Cells\" DROP CONSTRAINT \"PK_Cells\""];
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
    });
}
