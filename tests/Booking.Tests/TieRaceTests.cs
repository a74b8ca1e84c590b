using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Two clerks see the papers of one group at the same moment, each for another of its hires: they are seen once.</summary>
public sealed class TieRaceTests
{
    [Fact]
    public async Task Papers_of_one_group_are_seen_once_whoever_presses()
    {
        await using var app = await City.StartAsync();

        Assert.Equal(1, await RaceAsync(app, 6));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_the_partys_lock_they_are_seen_twice()
    {
        await using var app = await City.StartAsync(services =>
        {
            services.AddScoped<AppDatabase, NoTransaction>();
            services.AddScoped<PartyLock, NoPartyLock>();
            services.AddSingleton<IInterceptor>(new Meeting(tracker => tracker.Entries<TieEvidence>().Any(e => e.State == EntityState.Added)));
        });

        Assert.True(await RaceAsync(app, 2) > 1, "With the guard off they were seen once: the test above would not notice a missing guard.");
        Assert.Contains("2度", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    private static async Task<int> RaceAsync(KominkanApp app, int clerks)
    {
        var (room, hires) = (await app.RoomAsync(), new List<Guid>());
        for (var n = 0; n < clerks; n++)
        {
            // Two days of three bands each.
            var (date, from) = (Day.AddDays(7 * (n / 3)), new[] { 9, 13, 18 }[n % 3]);
            var order = new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001" }, "書道", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = new HirerTie { Code = 5 } };
            hires.Add(await app.DoAsync(async s => (await s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, date, At(from), At(from + (from == 9 ? 3 : 4))), order)).Id));
        }

        await AtOnceAsync(Enumerable.Range(0, clerks), async n =>
        {
            try
            {
                await app.DoAsync(async s => await s.GetRequiredService<SeenEvidence>().SeeAsync(await s.GetRequiredService<BookingDb>().Hires.SingleAsync(h => h.Id == hires[n]), "会員名簿", new Clerk(Guid.NewGuid(), "試験")));
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        });
        return await app.DoAsync(s => s.GetRequiredService<BookingDb>().TieEvidence.CountAsync());
    }
}
