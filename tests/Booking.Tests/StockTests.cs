using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Equipment goes with hires, and never more of it than the hall has. The sample's halls have two プロジェクター and one 放送設備.</summary>
public sealed class StockTests
{
    private static readonly string[] Rooms = ["研修室1", "研修室2", "大ホール"];

    [Fact]
    public async Task Of_one_piece_wanted_in_three_rooms_at_once_one_gets_it()
    {
        await using var app = await City.StartAsync();

        var got = await AtOnceAsync(Rooms, r => TriesAsync(app, r, "放送設備", 1));

        Assert.Equal(1, got.Count(g => g));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_lock_and_transaction_more_is_promised_than_there_is_and_verify_says_so()
    {
        await using var app = await City.StartAsync(s => s.AddScoped<AppDatabase, NoTransaction>().AddScoped<StockLock, NoLock>().AddSingleton<IInterceptor>(new Meeting()));

        var got = await AtOnceAsync(Rooms.Take(2), r => TriesAsync(app, r, "放送設備", 1));

        Assert.Equal(2, got.Count(g => g));
        var broken = await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app));
        Assert.Contains("備品は、どの時間も館にある数より多く貸さない", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_another_time_or_after_a_cancellation_it_is_free_again()
    {
        await using var app = await City.StartAsync();
        Assert.True(await TriesAsync(app, "研修室1", "プロジェクター", 2));
        Assert.False(await TriesAsync(app, "研修室2", "プロジェクター", 1));
        Assert.True(await TriesAsync(app, "研修室2", "プロジェクター", 2, 13));

        await app.DoAsync(async s =>
        {
            var hire = await s.GetRequiredService<BookingDb>().Hires.SingleAsync(h => h.From == new TimeOnly(9, 0));
            await s.GetRequiredService<GiveBack>().CancelAsync(hire, "都合", byHall: true, byStaff: true);
        });

        Assert.True(await TriesAsync(app, "大ホール", "プロジェクター", 2));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public void The_peak_is_what_is_out_at_one_moment_and_not_in_all()
    {
        static HireItem Item(int from, int to, int count) => new() { HireId = Guid.NewGuid(), Name = "机", HallId = Guid.Empty, Date = Day, From = At(from), To = At(to), Count = count };

        Assert.Equal(0, HireItem.Peak([]));
        Assert.Equal(3, HireItem.Peak([Item(9, 12, 2), Item(13, 17, 3)]));
        Assert.Equal(5, HireItem.Peak([Item(9, 14, 2), Item(13, 17, 3), Item(17, 20, 4)]));
    }

    [Fact]
    public async Task Fewer_than_are_promised_already_is_refused()
    {
        await using var app = await City.StartAsync();
        await TriesAsync(app, "研修室1", "プロジェクター", 2);
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var hall = await app.HallAsync();

        var refused = await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/equipment/new"), new { HallId = hall.Id, Name = "プロジェクター", Stock = 1, Yen = 500, Unit = "Use", Article = "条例別表第2", From = "2026-12-01" });

        Assert.Equal(["この日から先に、同じ時間に2つ貸す予約があります。"], refused.Errors);
    }

    private static async Task<bool> TriesAsync(KominkanApp app, string room, string name, int count, int from = 9)
    {
        var found = await app.RoomAsync(room);
        try
        {
            await app.DoAsync(s => s.GetRequiredService<TakeHire>().TakeInAsync(found, new RoomSlot(found.Id, Day, At(from), At(from == 9 ? 12 : 17)),
                new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = "みどり書道会", FamilyName = "中村" }, "書道", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = City.Lives, Wishes = Wishes.None with { Items = new Dictionary<string, int> { [name] = count } } }));
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
    }

    private sealed class NoLock(AppDatabase database) : StockLock(database)
    {
        public override Task TakeAsync(Guid hall, IEnumerable<string> names, CancellationToken cancellation = default) => Task.CompletedTask;
    }

    private sealed class NoTransaction(DatabaseSettings settings, WriteGate gate) : AppDatabase(settings, gate)
    {
        public override Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation = default) => work();

        public override Task TakeTurnAsync(string name, CancellationToken cancellation = default) => Task.CompletedTask;
    }

    /// <summary>The first waits, checked and not saved, until a second has got as far.</summary>
    private sealed class Meeting : SaveChangesInterceptor
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

        private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (eventData.Context!.ChangeTracker.Entries<HireItem>().Any(e => e.State == EntityState.Added))
            {
                if (Interlocked.Increment(ref arrived) > 1)
                {
                    met.TrySetResult();
                }
                else
                {
                    await Task.WhenAny(met.Task, Task.Delay(Patience, cancellationToken));
                }
            }

            return result;
        }
    }
}
