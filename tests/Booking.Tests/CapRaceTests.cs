using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Ten members of one group book at the same moment, each another room: their month holds two.</summary>
public sealed class CapRaceTests
{
    [Fact]
    public async Task Of_ten_at_once_as_many_as_the_cap_get_a_room()
    {
        await using var app = await City.StartAsync();

        Assert.Equal(2, await RaceAsync(app, 10));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_the_partys_lock_more_than_the_cap_get_one()
    {
        await using var app = await City.StartAsync(services =>
        {
            services.AddScoped<AppDatabase, NoTransaction>();
            services.AddScoped<PartyLock, NoPartyLock>();
            services.AddSingleton<IInterceptor>(new Meeting());
        });

        Assert.True(await RaceAsync(app, 2, most: 1) > 1, "With the guard off the cap was kept: the test above would not notice a missing guard.");
        Assert.Contains("上限", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    private static async Task<int> RaceAsync(KominkanApp app, int clients, int most = 2)
    {
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<BookingDb>();
            db.Caps.Add(UseCap.Set(UserClass.Group, most, 0, "規則第5条", app.Clock.Today()));
            await db.SaveChangesAsync();
            s.GetRequiredService<RuleBook>().Forget();
        });
        var rooms = await app.DoAsync(async s => (await s.GetRequiredService<IRooms>().OfHallAsync((await s.GetRequiredService<IHallDirectory>().GetAsync()).FindByNo("1")!.Id)).Where(r => !r.IsLibrary && r.Spaces.Count == 1).ToList());
        var won = await AtOnceAsync(Enumerable.Range(0, clients), async n =>
        {
            var (room, hirer) = (rooms[n % 2], new Hirer { GroupName = "みどり書道会", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = $"090-0000-{n:0000}" });
            try
            {
                await app.DoAsync(s => s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, Day.AddDays(n / 2 + (n / 2 >= 2 ? 1 : 0)), At(9), At(12)), new Order(HireChannel.Counter, UserClass.Group, [], hirer, "書道", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = City.Lives }));
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        });
        return won.Count(w => w);
    }
}
