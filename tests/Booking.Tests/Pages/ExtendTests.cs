using System.Net;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Who is in a room asks at the counter to stay.</summary>
public sealed class ExtendTests
{
    [Fact]
    public async Task An_hour_more_is_added_to_the_room_the_fee_and_the_bill()
    {
        await using var app = await City.StartAsync();
        var (room, hire, clerk) = await StartAsync(app);
        using var _ = clerk;

        var form = await clerk.OpenAsync((await clerk.OpenAsync($"/staff/hires/{hire}")).Find("a[href$='/extend']").GetAttribute("href")!);
        Assert.Equal("午後1時まで（200円）", form.Find("option[value='13:00']").TextContent);
        Assert.Equal("午後1時15分まで（400円）", form.Find("option[value='13:15']").TextContent);
        var shown = await clerk.SubmitAsync(form, new { To = "13:00" });

        Assert.Contains("午後1時まで延長しました。使用料は200円増えました。", shown.Text, StringComparison.Ordinal);
        Assert.Contains("延長：1時間200円 × 1時間の使用料", shown.Text, StringComparison.Ordinal);
        Assert.Contains("残り 600円", shown.Text, StringComparison.Ordinal);
        Assert.False(await app.TriesAsync(Use(room, 12, 13)));
        Assert.True(await app.TriesAsync(Use(room, 13, 14)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_somebody_else_has_next_cannot_be_had_however_it_is_sent()
    {
        await using var app = await City.StartAsync();
        var (room, hire, clerk) = await StartAsync(app);
        using var _ = clerk;
        var form = await clerk.OpenAsync($"/staff/hires/{hire}/extend");
        await app.ClaimAsync(Use(room, 12, 13) with { Slot = new RoomSlot(room.Id, Day, At(12, 30), At(13)) });

        var refused = await clerk.SubmitAsync(form, new { To = "13:00" });

        Assert.Equal((HttpStatusCode.Conflict, RoomCalendar.Taken), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal(["", "12:15", "12:30"], (await clerk.OpenAsync($"/staff/hires/{hire}/extend")).Document.QuerySelectorAll("option").Select(o => o.GetAttribute("value")));
        Assert.Equal((At(12), 400), await EndAsync(app, hire));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Past_closing_and_past_its_end_it_says_why_not()
    {
        await using var app = await City.StartAsync();
        var (_, evening, clerk) = await StartAsync(app, "18:00-22:00");
        using var _ = clerk;
        Assert.Contains("続けて使える時間がありません。", (await clerk.OpenAsync($"/staff/hires/{evening}/extend")).Text, StringComparison.Ordinal);

        app.Clock.SetUtcNow(Day.ToUtc(At(22)));

        using var late = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Contains("利用の時間が終わっています。", (await late.OpenAsync($"/staff/hires/{evening}/extend")).Text, StringComparison.Ordinal);
        Assert.Null((await late.OpenAsync($"/staff/hires/{evening}")).Document.QuerySelector("a[href$='/extend']"));
    }

    [Fact]
    public async Task What_was_asked_for_goes_on_with_it()
    {
        await using var app = await City.StartAsync();
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var room = await app.RoomAsync();
        var hire = await TakeInAsync(app, room, Day, new([], new Dictionary<string, int> { ["放送設備"] = 1 }), tie: 9);
        var other = await app.RoomAsync("研修室2");
        await TakeInAsync(app, other, Day, new([], new Dictionary<string, int> { ["放送設備"] = 1 }), 13, 14);

        var form = await clerk.OpenAsync($"/staff/hires/{hire}/extend");
        Assert.Equal("午後1時まで（400円）", form.Find("option[value='13:00']").TextContent);
        Assert.Equal(["放送設備は、この時間はもう空きがありません。"], (await clerk.SubmitAsync(form, new { To = "14:00" })).Errors);
        await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/hires/{hire}/extend"), new { To = "13:00" });

        Assert.Equal(At(13), (await EndAsync(app, hire)).To);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Of_one_who_stays_and_many_who_come_exactly_one_has_the_room()
    {
        await using var app = await City.StartAsync();
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(1, await RaceAsync(app, Day.AddDays(round * 7), 20));
        }

        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Twin_without_lock_transaction_and_unique_cells_two_have_the_same_room()
    {
        await using var app = await City.StartAsync(s =>
        {
            s.AddScoped<AppDatabase, NoTransaction>();
            s.AddScoped<SpaceLock, NoSpaceLock>();
            s.AddSingleton<IInterceptor>(new Meeting(t => t.Entries<Occupancy>().Any(o => o.Entity.Date == Day && (o.State == EntityState.Modified || (o.State == EntityState.Added && o.Entity.Kind == RoomUseKind.OwnProgram)))));
        });
        await RoomRaceTests.DropKeyAsync(app);

        Assert.True(await RaceAsync(app, Day, 2) > 1, "With the guards off only one got the room: the test above would not notice a missing guard.");
        Assert.Contains("1つのことにだけ使う", (await Assert.ThrowsAsync<InvalidOperationException>(() => Rules.HoldAsync(app))).Message, StringComparison.Ordinal);
    }

    /// <summary>The first of the clients stays until one, the others want the room from twelve.</summary>
    private static async Task<int> RaceAsync(KominkanApp app, DateOnly day, int clients)
    {
        var room = await app.RoomAsync();
        var hire = await TakeInAsync(app, room, day, Wishes.None);
        var won = await AtOnceAsync(Enumerable.Range(0, clients), async n => n == 0 ? await StaysAsync(app, hire) : await app.TriesAsync(Use(room, 12, 13, date: day)));
        Assert.Equal(won[0] ? At(13) : At(12), (await EndAsync(app, hire)).To);
        return won.Count(w => w);
    }

    private static async Task<bool> StaysAsync(KominkanApp app, Guid id)
    {
        try
        {
            await app.DoAsync(async s => await s.GetRequiredService<ExtendHire>().ExtendAsync(await s.GetRequiredService<BookingDb>().Hires.Include(h => h.Fees).Include(h => h.Items).Include(h => h.Permits).SingleAsync(h => h.Id == id), At(13), "窓口"));
            return true;
        }
        catch (RuleBroken)
        {
            return false;
        }
        catch (DbUpdateException e) when (AppDatabase.IsUniqueViolation(e))
        {
            return false;
        }
    }

    private static async Task<(Room Room, Guid Hire, Browser Clerk)> StartAsync(KominkanApp app, string span = "9:00-12:00")
    {
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room, span: span);
        return (room, (await app.HireAsync(number)).Id, await app.SignInAsync(RoleKeys.Counter, "1"));
    }

    private static Task<Guid> TakeInAsync(KominkanApp app, Room room, DateOnly day, Wishes wishes, int from = 9, int to = 12, int tie = GivenRooms.Tie) => app.DoAsync(async s => (await s.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, day, At(from), At(to)),
        new Order(HireChannel.Counter, UserClass.Group, [], new Hirer { GroupName = "合唱団", FamilyName = "中村", FamilyKana = "ナカムラ", Phone = "090-0000-0001" }, "練習", 5, Guid.NewGuid()) { PurposeKind = GivenRooms.PurposeKind, Tie = new HirerTie { Code = tie }, Wishes = wishes })).Id);

    private static Task<(TimeOnly To, int Yen)> EndAsync(KominkanApp app, Guid id) => app.DoAsync(async s =>
    {
        var hire = await s.GetRequiredService<BookingDb>().Hires.AsNoTracking().SingleAsync(h => h.Id == id);
        return (hire.To, hire.Yen);
    });
}
