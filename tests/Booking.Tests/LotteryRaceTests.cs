using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;
using static Kominkan.Booking.Tests.Lots;

namespace Kominkan.Booking.Tests;

/// <summary>Two draws at once, and wishes changed while the list is published: the draw's lock lets one after the other.</summary>
public sealed class LotteryRaceTests
{
    [Fact]
    public async Task Of_two_draws_at_once_one_is_held_and_the_other_is_told_so()
    {
        await using var app = await City.StartAsync();
        var lottery = await FrozenAsync(app);

        var said = await AtOnceAsync(Enumerable.Range(0, 4), n => DrawAsync(app, lottery, n));

        Assert.Equal(1, said.Count(s => s is null));
        Assert.Equal(3, said.Count(s => s is RuleBroken { Message: "この抽選はもう終わっています。" }));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_the_lock_the_second_stumbles_over_the_database_instead()
    {
        await using var app = await City.StartAsync(services => GuardOff(services).AddSingleton<IInterceptor>(new Meeting(c => c.Entries<RoomHire>().Any(e => e.State == EntityState.Added))));
        var lottery = await FrozenAsync(app);

        var said = await AtOnceAsync(Enumerable.Range(0, 2), n => DrawAsync(app, lottery, n));

        Assert.Contains(said, s => s is DbUpdateException);
        Assert.DoesNotContain(said, s => s is RuleBroken);
    }

    [Fact]
    public async Task Wishes_changed_in_the_last_second_are_in_the_published_list()
    {
        var last = new LastSecond();
        await using var app = await City.StartAsync(services => services.AddSingleton<IInterceptor>(last));

        var number = await ChangeInTheLastSecondAsync(app, last);

        Assert.Equal((await app.RoomAsync("研修室2")).Id, (await app.EntryAsync(number)).Wishes.Single().RoomId);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_the_lock_the_list_is_not_what_was_entered()
    {
        var last = new LastSecond();
        await using var app = await City.StartAsync(services => GuardOff(services).AddSingleton<IInterceptor>(last));

        await ChangeInTheLastSecondAsync(app, last);

        Assert.Contains("受け付けた申し込みと同じ", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    private static async Task<Exception?> DrawAsync(KominkanApp app, Guid lottery, int n)
    {
        try
        {
            await app.DoAsync(s => s.GetRequiredService<DrawLottery>().HoldAsync(lottery, new string("abcd"[n], 64)));
            return null;
        }
        catch (Exception e) when (e is RuleBroken or DbUpdateException)
        {
            return e;
        }
    }

    /// <summary>Sent in time and not yet kept when the window closes and the list is frozen.</summary>
    private static async Task<string> ChangeInTheLastSecondAsync(KominkanApp app, LastSecond last)
    {
        var lottery = await app.LotteryAsync();
        var number = (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(await app.RoomAsync()))).ReceiptNumber();
        var form = await app.Visitor.OpenAsync("/lotteries/mine/change");
        Task freezing = Task.CompletedTask;
        last.Meanwhile = () =>
        {
            app.Clock.SetUtcNow(December(11, 0));
            return freezing = Task.Run(() => app.DoAsync(s => s.GetRequiredService<DrawLottery>().FreezeAsync(lottery.Id)));
        };

        await app.Visitor.SubmitAsync(form, Lines(new Wished(await app.RoomAsync("研修室2"), "13:00-17:00")));
        await freezing;
        return number;
    }

    private static async Task<Guid> FrozenAsync(KominkanApp app)
    {
        var lottery = await app.LotteryAsync();
        await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(await app.RoomAsync()));
        app.Clock.SetUtcNow(December(11, 0));
        await app.RunJobAsync("booking.run-lotteries");
        app.Clock.SetUtcNow(December(11, 9));
        return lottery.Id;
    }

    private static IServiceCollection GuardOff(IServiceCollection services) => services.AddScoped<AppDatabase, NoTransaction>().AddScoped<LotteryLock, NoLotteryLock>();

    private sealed class NoLotteryLock(BookingDb db, AppDatabase database) : LotteryLock(db, database)
    {
        protected override Task LockAsync(Guid id, CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>Before the changed wishes are saved something else may run, if nothing holds it up.</summary>
    private sealed class LastSecond : SaveChangesInterceptor
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        public Func<Task>? Meanwhile { get; set; }

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Meanwhile is { } act && eventData.Context!.ChangeTracker.Entries<LotteryWish>().Any(e => e.State == EntityState.Added))
            {
                Meanwhile = null;
                await Task.WhenAny(act(), Task.Delay(Patience, cancellationToken));
            }

            return result;
        }
    }
}
