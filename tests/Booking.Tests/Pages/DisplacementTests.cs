using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Cashier.Contracts;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A hall is needed for an election or a shelter: who hired it is offered another room, and goes there or has everything back.</summary>
public sealed class DisplacementTests
{
    private const string Job = "booking.settle-displacements";

    private static readonly string[] Small = ["研修室1", "研修室2"];

    [Fact]
    public async Task From_the_closed_hall_to_a_room_elsewhere_with_the_fee_as_it_was()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room);
        var before = await app.HireAsync(number);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        var desk = await OpenAsync(manager, (await app.HallAsync()).Id);
        Assert.Contains("会場を探す", desk.Text, StringComparison.Ordinal);
        await app.RunJobAsync(Job);
        await app.RunJobAsync(Job);
        Assert.Contains("会場の変更のお願い", (await manager.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);

        using var guest = app.NewBrowser();
        Assert.Contains("ほかの部屋を取り置いています", (await guest.LookUpAsync(number)).Text, StringComparison.Ordinal);
        var mine = await guest.SubmitAsync(await guest.OpenAsync("/hires/move"));

        var after = await app.HireAsync(number);
        Assert.Equal("部屋の予約の内容", mine.Heading);
        Assert.NotEqual(before.HallId, after.HallId);
        Assert.Equal((before.Date, before.From, before.To, before.Yen, HireState.Booked), (after.Date, after.From, after.To, after.Yen, after.State));
        Assert.Equal(before.Fees.Select(f => (f.Label, f.Yen)), after.Fees.Select(f => (f.Label, f.Yen)));
        Assert.True(await app.DoAsync(async s => (await s.GetRequiredService<IRooms>().FindAsync(after.RoomId))!.Capacity) >= room.Capacity);
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));
        Assert.Contains("移った1件、全額を返した0件、まだ0件", (await manager.OpenAsync(desk.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Who_declines_on_the_telephone_and_who_does_not_answer_have_everything_back()
    {
        await using var app = await City.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        var (declined, silent) = (await app.Visitor.BookAsync(room), await app.Visitor.BookAsync(other, n: 2, group: "コーラスすみれ"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var desk = (await OpenAsync(manager, (await app.HallAsync()).Id)).Url.AbsolutePath;
        await app.RunJobAsync(Job);
        var link = (await manager.OpenAsync(desk)).Document.QuerySelectorAll("tbody a[href*='/hires/']").Single(a => a.TextContent == declined).GetAttribute("href")!;

        Assert.All(await DueAsync(app, declined, silent), due => Assert.True(due > 0));

        await manager.SubmitAsync(await manager.OpenAsync(link + "/refund"));
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));
        Assert.Contains("もう決まっています", (await manager.OpenAsync(link + "/refund")).Text, StringComparison.Ordinal);
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(9)));
        await app.RunJobAsync(Job);
        await app.RunJobAsync(Job);

        foreach (var number in new[] { declined, silent })
        {
            var hire = await app.HireAsync(number);
            Assert.Equal((HireState.Cancelled, 0, true), (hire.State, hire.Owed, hire.CancelledByHall));
        }

        Assert.Equal([0, 0], await DueAsync(app, declined, silent));
        using var again = await app.SignInAsync(RoleKeys.HallManager, "1");
        Assert.Contains("移った0件、全額を返した2件、まだ0件", (await again.OpenAsync(desk)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync(o => o.Kind == RoomUseKind.Offer && o.ReleasedAt == null)));
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task The_desk_answers_for_them_and_can_offer_another_room_first()
    {
        await using var app = await City.StartAsync();
        var number = await app.Visitor.BookAsync(await app.RoomAsync());
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var desk = (await OpenAsync(manager, (await app.HallAsync()).Id)).Url.AbsolutePath;
        await app.RunJobAsync(Job);
        var link = (await manager.OpenAsync(desk)).Find("tbody a[href*='/hires/']").GetAttribute("href")!;
        var one = await manager.OpenAsync(link);
        var choices = one.Document.QuerySelectorAll("select option").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v)).ToList();

        Assert.Equal(["部屋を選んでください"], (await manager.SubmitAsync(one, new { RoomId = "" })).Errors);
        await manager.SubmitAsync(await manager.OpenAsync(link), new { RoomId = choices[^1]! });
        await manager.SubmitAsync(await manager.OpenAsync(link + "/accept"));

        Assert.Equal(Guid.Parse(choices[^1]!), (await app.HireAsync(number)).RoomId);
        using var stranger = await app.SignInAsync(RoleKeys.HallManager, "2");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.OpenAsync(link)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.OpenAsync(desk)).Status);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Nobody_books_there_any_more_and_who_waits_is_offered_nothing()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room);
        using var waiter = app.NewBrowser();
        var wait = (await waiter.WaitAsync(room)).ReceiptNumber();
        using var typing = app.NewBrowser();
        var form = await typing.KeepAsync(await app.RoomAsync("研修室2"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");

        await OpenAsync(manager, (await app.HallAsync()).Id);

        Assert.False(await app.TriesAsync(Use(await app.RoomAsync("大ホール"), 10, 11)));
        Assert.NotEmpty((await typing.SubmitAsync(await typing.FillInAsync(form, 3, group: "遅い会"))).Errors);
        await app.Visitor.GiveBackAsync(number);
        Assert.Equal((0, WaitState.Waiting), ((await app.HireAsync(number)).Owed, (await app.WaitAsync(wait)).State));
        await app.RunJobAsync(Job);
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Withdrawn_the_undecided_stay_and_the_rest_is_free_again()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var number = await app.Visitor.BookAsync(room);
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var desk = (await OpenAsync(manager, (await app.HallAsync()).Id)).Url.AbsolutePath;
        await app.RunJobAsync(Job);

        await manager.SubmitAsync(await manager.OpenAsync(desk + "/withdraw"));

        Assert.Equal((room.Id, HireState.Booked), ((await app.HireAsync(number)).RoomId, (await app.HireAsync(number)).State));
        Assert.True(await app.TriesAsync(Use(room, 13, 17)));
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync(o => o.Kind == RoomUseKind.Offer && o.ReleasedAt == null)));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        await using var app = await City.StartAsync();
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var hall = (await app.HallAsync()).Id;
        Task<Page> TryAsync(object changes) => SendAsync(manager, hall, changes);

        Assert.Equal(["始まりの日は、今日から1年の間の日にしてください。"], (await TryAsync(new { From = "2026-01-01" })).Errors);
        Assert.Equal(["終わりの日は、始まりの日から31日のうちにしてください。"], (await TryAsync(new { To = "2027-03-01" })).Errors);
        Assert.Equal(["使いみちを選んでください。"], (await TryAsync(new { Kind = "Hire" })).Errors);
        Assert.Equal(["館か部屋を選び直してください。"], (await TryAsync(new { Place = (await app.HallAsync("2")).Id })).Errors);
        Assert.Equal(0, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Displacements.CountAsync()));
    }

    [Fact]
    public async Task Two_who_are_offered_the_same_room_at_once_do_not_both_have_it()
    {
        await using var app = await City.StartAsync();

        Assert.Equal(1, await OfferBothAsync(app));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Without_the_guards_both_would_have_it()
    {
        await using var app = await City.StartAsync(services => services.AddScoped<AppDatabase, NoTransaction>().AddScoped<SpaceLock, NoSpaceLock>()
            .AddSingleton<IInterceptor>(new Meeting(tracker => tracker.Entries<Occupancy>().Any(e => e.State == EntityState.Added && e.Entity.Kind == RoomUseKind.Offer))));
        await RoomRaceTests.DropKeyAsync(app);

        Assert.Equal(2, await OfferBothAsync(app));
    }

    /// <summary>Two hires of two halls' rooms, and one and the same room for both.</summary>
    /// <returns>How many were offered it.</returns>
    private static async Task<int> OfferBothAsync(KominkanApp app)
    {
        var moving = new List<Guid>();
        foreach (var (n, name) in Small.Index())
        {
            await app.Visitor.BookAsync(await app.RoomAsync(name), n: n + 1, group: $"第{n}の会");
        }

        var hall = (await app.HallAsync()).Id;
        await app.DoAsync(s => s.GetRequiredService<Displace>().OpenAsync(Displacement.Open(hall, null, Day, Day, RoomUseKind.Shelter, "大雨", "試験", app.Clock.UtcNow())));
        moving.AddRange(await app.DoAsync(s => s.GetRequiredService<BookingDb>().DisplacedHires.OrderBy(d => d.Id).Select(d => d.Id).ToListAsync()));
        var target = await app.RoomAsync("大ホール", "4");
        var offered = await AtOnceAsync(moving, async id =>
        {
            try
            {
                await app.DoAsync(async s => await s.GetRequiredService<Rehouse>().OfferAsync(await s.GetRequiredService<BookingDb>().DisplacedHires.SingleAsync(d => d.Id == id), target));
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        });
        return offered.Count(o => o);
    }

    private static async Task<IReadOnlyList<int>> DueAsync(KominkanApp app, params string[] numbers)
    {
        var due = new List<int>();
        foreach (var number in numbers)
        {
            var id = (await app.HireAsync(number)).Id;
            due.Add((await app.DoAsync(s => s.GetRequiredService<ICashier>().StandingAsync([id])))[id].Due);
        }

        return due;
    }

    private static Task<Page> OpenAsync(Browser manager, Guid place) => SendAsync(manager, place, new { });

    private static async Task<Page> SendAsync(Browser manager, Guid place, object changes)
    {
        var fields = new Dictionary<string, string> { ["Place"] = place.ToString(), ["From"] = $"{Day:yyyy-MM-dd}", ["To"] = $"{Day:yyyy-MM-dd}", ["Kind"] = nameof(RoomUseKind.Election), ["Reason"] = "衆議院選挙の投票所" };
        foreach (var p in changes.GetType().GetProperties())
        {
            fields[p.Name] = p.GetValue(changes)!.ToString()!;
        }

        return await manager.SubmitAsync(await manager.OpenAsync("/staff/displacements/new"), fields);
    }
}
