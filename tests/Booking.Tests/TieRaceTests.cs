using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests;

/// <summary>Two clerks with the papers of one group at the same moment, each with another of its hires.</summary>
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

    [Fact]
    public async Task No_permit_stands_on_papers_that_are_taken_back_as_it_is_written()
    {
        await using var app = await City.StartAsync();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(1, await TakenBackAsync(app, round));
        }

        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_the_papers_lock_a_permit_stands_on_nothing()
    {
        await using var app = await City.StartAsync(services =>
        {
            services.AddScoped<AppDatabase, NoTransaction>();
            services.AddScoped<PartyLock, NoPartyLock>();
            services.AddSingleton<IInterceptor>(new Meeting(tracker => tracker.Entries<TieEvidence>().Any(e => e.State == EntityState.Deleted) || tracker.Entries<HirePermit>().Any(e => e.State == EntityState.Added)));
        });

        Assert.Equal(2, await TakenBackAsync(app, 0));
        Assert.Contains("有効な書類", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    /// <summary>One clerk permits the first hire of a group, another takes back what was seen for it.</summary>
    /// <returns>How many of both it was done for.</returns>
    private static async Task<int> TakenBackAsync(KominkanApp app, int round)
    {
        var hires = await HiresAsync(app, 2, $"第{round}の会", Day.AddDays(7 * round));
        await app.DoAsync(async s => await s.GetRequiredService<SeenEvidence>().SeeAsync(await s.GetRequiredService<BookingDb>().Hires.SingleAsync(h => h.Id == hires[0]), "会員名簿", new Clerk(Guid.NewGuid(), "試験")));
        using var permits = await app.SignInAsync(RoleKeys.Counter, "1");
        using var takesBack = await app.SignInAsync(RoleKeys.Counter, "1");
        var pages = new[] { (By: permits, Page: await permits.OpenAsync($"/staff/hires/{hires[0]}/permit")), (By: takesBack, Page: await takesBack.OpenAsync($"/staff/hires/{hires[1]}/evidence/undo")) };
        var answers = await AtOnceAsync(pages, p => p.By.SubmitAsync(p.Page));
        return answers.Count(a => !a.Errors.Any());
    }

    private static async Task<int> RaceAsync(KominkanApp app, int clerks)
    {
        var hires = await HiresAsync(app, clerks, "みどり書道会", Day);
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

    private static async Task<List<Guid>> HiresAsync(KominkanApp app, int count, string group, DateOnly first)
    {
        var (room, hires) = (await app.RoomAsync(), new List<Guid>());
        for (var n = 0; n < count; n++)
        {
            // Two days of three bands each.
            var (date, from) = (first.AddDays(7 * (n / 3)), new[] { 9, 13, 18 }[n % 3]);
            var order = new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = group, FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001" }, "書道", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = new HirerTie { Code = 5 } };
            hires.Add(await app.DoAsync(async s => (await s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, date, At(from), At(from + (from == 9 ? 3 : 4))), order)).Id));
        }

        return hires;
    }
}
