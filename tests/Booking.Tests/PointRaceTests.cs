using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>A group books at the moment in which its last point is given: it has booked before the decision, or hears of it.</summary>
public sealed class PointRaceTests
{
    [Fact]
    public async Task Nobody_who_was_let_pass_before_the_decision_books_after_it()
    {
        var late = new Late();
        await using var app = await City.StartAsync(services => services.AddSingleton<IInterceptor>(late));

        Assert.False(await RaceAsync(app, late));
    }

    [Fact]
    public async Task Twin_without_the_partys_lock_the_booking_comes_after_the_decision()
    {
        var late = new Late();
        await using var app = await City.StartAsync(services =>
        {
            services.AddScoped<AppDatabase, NoTransaction>();
            services.AddScoped<PartyLock, NoPartyLock>();
            services.AddSingleton<IInterceptor>(late);
        });

        Assert.True(await RaceAsync(app, late), "With the guard off nobody booked after the decision: the test above would not notice a missing guard.");
    }

    /// <returns>Whether the hire was saved although the decision was committed before.</returns>
    private static async Task<bool> RaceAsync(KominkanApp app, Late late)
    {
        var room = await app.RoomAsync();
        var hirer = new Hirer { GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001" };
        Task<RoomHire> BookAsync(int from) => app.DoAsync(s => s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, Day, At(from), At(from + (from == 9 ? 3 : 4))), new Order(HireChannel.Counter, UserClass.Group, [], hirer, "書道", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = City.Lives }));
        var first = await BookAsync(9);
        var about = await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<BookingDb>();
            db.PointLimits.RemoveRange(await db.PointLimits.ToListAsync());
            db.PointLimits.Add(PointLimit.Set(2, 3, "規則第9条", app.Clock.Today()));
            var heard = PointCase.Open(await db.Hires.SingleAsync(h => h.Id == first.Id), await db.PointRules.SingleAsync(r => r.Kind == PointKind.NoShow), null, app.Clock.UtcNow(), 14);
            heard.Hear("忘れていた", null, app.Clock.UtcNow());
            db.PointCases.Add(heard);
            await db.SaveChangesAsync();
            return heard.Id;
        });
        late.Begin();
        var booking = Task.Run(async () =>
        {
            try
            {
                await BookAsync(13);
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        });
        await late.Checked;
        await app.DoAsync(async s => await s.GetRequiredService<DecidePoints>().GiveAsync(await s.GetRequiredService<BookingDb>().PointCases.SingleAsync(p => p.Id == about), PointReason.NoGround, null, new Clerk(Guid.NewGuid(), "試験")));
        late.Decided();
        return await booking && late.WasDecidedFirst;
    }

    /// <summary>The hire waits, checked and not saved, until the decision is committed, or until it is clear that the decision waits for it.</summary>
    private sealed class Late : SaveChangesInterceptor
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

        private readonly TaskCompletionSource decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool begun;

        public Task Checked => reached.Task;

        public bool WasDecidedFirst { get; private set; }

        public void Begin() => begun = true;

        public void Decided() => decided.TrySetResult();

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (begun && eventData.Context!.ChangeTracker.Entries<Occupancy>().Any(e => e.State == EntityState.Added))
            {
                reached.TrySetResult();
                WasDecidedFirst = await Task.WhenAny(decided.Task, Task.Delay(Patience, cancellationToken)) == decided.Task;
            }

            return result;
        }
    }
}
