using System.Net;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>Who waits for a room has it before anybody else when it is given back.</summary>
public sealed class WaitTests
{
    [Fact]
    public async Task From_the_taken_slot_to_the_list_to_the_offer_to_the_hire()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        using var waiter = app.NewBrowser();
        var table = await waiter.OpenAsync($"/rooms?hall=1&date={Day:yyyy-MM-dd}");
        var taken = table.Find($"a[href*='{room.Id}/wait'][aria-label*='午前']");
        Assert.Equal("予約あり、研修室1 午前の空きを待つ", taken.GetAttribute("aria-label"));

        var mine = await waiter.FillInAsync(await waiter.OpenAsync(taken.GetAttribute("href")!), 2, group: "待つ会");
        Assert.Equal("空き待ちの内容", mine.Heading);
        Assert.Contains("前に0組が待っています", mine.Text, StringComparison.Ordinal);
        await app.Visitor.GiveBackAsync(booked);

        // Nobody cancels and grabs: it is kept, also from who gave it back.
        Assert.Equal([RoomCalendar.Taken], (await app.Visitor.SubmitAsync(await HoursAsync(app.Visitor, room), new { From = "09:00", To = "12:00" })).Errors);
        mine = await waiter.OpenAsync("/waits/mine");
        Assert.Contains("研修室1が空きました", mine.Text, StringComparison.Ordinal);
        Assert.Contains("返事の期限 令和8年11月25日（水）午後11時59分", mine.Text, StringComparison.Ordinal);
        var hire = await waiter.SubmitAsync(await waiter.OpenAsync("/waits/offer"));

        Assert.Equal("部屋の予約の内容", hire.Heading);
        Assert.Contains("待つ会", hire.Text, StringComparison.Ordinal);
        Assert.Equal((WaitState.Taken, HireState.Booked), ((await app.WaitAsync(mine.ReceiptNumber())).State, (await app.HireAsync(hire.ReceiptNumber())).State));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Unanswered_it_goes_to_the_next_in_the_order_they_came()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        using var first = app.NewBrowser();
        using var second = app.NewBrowser();
        var (a, b) = ((await first.WaitAsync(room)).ReceiptNumber(), (await second.WaitAsync(room, n: 3)).ReceiptNumber());
        Assert.Contains("前に1組が待っています", (await second.OpenAsync("/waits/mine")).Text, StringComparison.Ordinal);
        await app.Visitor.GiveBackAsync(booked);
        Assert.Equal((WaitState.Offered, WaitState.Waiting), ((await app.WaitAsync(a)).State, (await app.WaitAsync(b)).State));

        app.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.FromHours(9)));
        Assert.False(await app.TriesAsync(Use(room, 9, 12)));
        await app.RunJobAsync("booking.settle-waits");
        await app.RunJobAsync("booking.settle-waits");

        Assert.Equal((WaitState.Lapsed, WaitState.Offered), ((await app.WaitAsync(a)).State, (await app.WaitAsync(b)).State));
        await first.LookUpAsync(a, 2);
        await second.LookUpAsync(b, 3);
        Assert.Contains("いまは空いた部屋の案内がありません。", (await first.OpenAsync("/waits/offer")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.CountAsync(o => o.Kind == RoomUseKind.Offer)));
        await second.SubmitAsync(await second.OpenAsync("/waits/offer"));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_guest_opens_it_with_its_numbers_and_gives_the_place_back()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        using var first = app.NewBrowser();
        using var second = app.NewBrowser();
        var (a, b) = ((await first.WaitAsync(room)).ReceiptNumber(), (await second.WaitAsync(room, n: 3)).ReceiptNumber());
        await app.Visitor.GiveBackAsync(booked);

        using var guest = app.NewBrowser();
        var found = await guest.LookUpAsync(a, 2);
        Assert.Contains("空きの案内中", found.Text, StringComparison.Ordinal);
        Assert.Contains("取消", (await guest.SubmitAsync(await guest.OpenAsync("/waits/withdraw"))).Find(".summary .tag").TextContent, StringComparison.Ordinal);

        Assert.Equal((WaitState.Withdrawn, WaitState.Offered), ((await app.WaitAsync(a)).State, (await app.WaitAsync(b)).State));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task With_an_account_the_offer_stands_on_ones_own_page()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        using var resident = await app.ResidentAsync();
        await resident.WaitAsync(room);
        await app.Visitor.GiveBackAsync(booked);

        var my = await resident.OpenAsync("/my");
        Assert.Contains("研修室1が空きました", my.Text, StringComparison.Ordinal);
        var mine = await resident.OpenAsync(my.Find("a[href*='/my/waits/']").GetAttribute("href")!);

        Assert.Equal("/waits/mine", mine.Url.AbsolutePath);
        using var stranger = await app.ResidentAsync("take@example.jp");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(my.Find("a[href*='/my/waits/']").GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task A_block_that_is_withdrawn_and_one_nobody_agreed_to_go_to_who_waits()
    {
        await using var app = await City.StartAsync();
        var (room, other) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        using var manager = await app.SignInAsync(RoleKeys.HallManager, "1");
        var asked = await AskAsync(manager, room.Id);
        await AskAsync(manager, other.Id);
        using var first = app.NewBrowser();
        using var second = app.NewBrowser();
        var (a, b) = ((await first.WaitAsync(room)).ReceiptNumber(), (await second.WaitAsync(other, n: 3)).ReceiptNumber());

        await manager.SubmitAsync(await manager.OpenAsync(asked.Url.AbsolutePath + "/withdraw"));
        Assert.Equal(WaitState.Offered, (await app.WaitAsync(a)).State);
        app.Clock.Advance(TimeSpan.FromDays(3));

        // Between its end and the sweep it is nobody else's either.
        Assert.False(await app.TriesAsync(Use(other, 9, 12)));
        await app.RunJobAsync("booking.settle-waits");
        Assert.Equal(WaitState.Offered, (await app.WaitAsync(b)).State);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_course_that_lets_go_and_half_a_hall_that_is_not_enough()
    {
        await using var app = await City.StartAsync();
        var (whole, east, west) = (await app.RoomAsync("大ホール"), await app.RoomAsync("大ホール（東）"), await app.RoomAsync("大ホール（西）"));
        var (one, two) = (await app.ClaimAsync(Use(east, 9, 12)), await app.ClaimAsync(Use(west, 9, 12)));
        var number = (await app.Visitor.WaitAsync(whole)).ReceiptNumber();

        await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().ReleaseAsync(one));
        Assert.Equal(WaitState.Waiting, (await app.WaitAsync(number)).State);
        Assert.True(await app.TriesAsync(Use(east, 9, 10)));
        Assert.Equal(0, (await app.DoAsync(async s => { await s.GetRequiredService<IRoomCalendar>().ReleaseAsync(two); return 0; })));
        Assert.Equal(WaitState.Waiting, (await app.WaitAsync(number)).State);
        var last = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Occupancies.Where(o => o.ReleasedAt == null).Select(o => o.Id).SingleAsync());
        await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().MoveAsync(last, new RoomSlot(east.Id, Day, At(13), At(14))));

        Assert.Equal(WaitState.Offered, (await app.WaitAsync(number)).State);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_is_free_is_not_waited_for_and_nobody_waits_twice()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        Assert.Contains("この時間は、いま空いています。", (await app.Visitor.OpenAsync(City.Wait(room))).Text, StringComparison.Ordinal);
        await app.Visitor.BookAsync(room);
        using var waiter = app.NewBrowser();
        await waiter.WaitAsync(room);

        Assert.Equal(["この時間の空き待ちは、もう受け付けています。"], (await waiter.WaitAsync(room)).Errors);
        Assert.Equal(["人数は1人から、部屋の定員の48人までで入力してください。"], (await waiter.FillInAsync(await waiter.OpenAsync(City.Wait(room)), 3, 49)).Errors);
        Assert.Equal($"/rooms/{room.Id}", (await waiter.OpenAsync(City.Wait(room, from: "09:05"))).Url.AbsolutePath);
    }

    [Fact]
    public async Task Too_shortly_before_nobody_is_offered_anything_and_waiting_ends()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        var number = (await app.Visitor.WaitAsync(room)).ReceiptNumber();
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 7, 30, 0, TimeSpan.FromHours(9)));

        await app.Visitor.GiveBackAsync(booked);
        Assert.True(await app.TriesAsync(Use(room, 9, 12)));
        app.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 9, 0, 0, TimeSpan.FromHours(9)));
        await app.RunJobAsync("booking.settle-waits");

        Assert.Equal(WaitState.Lapsed, (await app.WaitAsync(number)).State);
    }

    [Fact]
    public async Task The_desk_takes_a_call_in_and_the_answer_too_in_its_own_hall_only()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var stranger = await app.SignInAsync(RoleKeys.Counter, "2");
        var ledger = await clerk.OpenAsync($"/staff/rooms?hall=1&date={Day:yyyy-MM-dd}");
        var form = await clerk.OpenAsync(ledger.Find($"a[href*='{room.Id}/waits/new']").GetAttribute("href")!);
        var wait = await clerk.SubmitAsync(form, new { Channel = "Phone", From = "09:00", To = "12:00", UserClass = "Group", GroupName = "待つ会", FamilyName = "木村", FamilyKana = "きむら", Phone = "096-000-0002", Purpose = "練習", GivenRooms.PurposeKind, GivenRooms.Tie, People = 4 });
        Assert.Contains("待つ会", (await clerk.OpenAsync("/staff/room-waits")).Text, StringComparison.Ordinal);
        await app.Visitor.GiveBackAsync(booked);

        // Who has no mail is called.
        Assert.Contains("研修室1が空きました", (await clerk.OpenAsync("/staff/calls")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(wait.Url.AbsolutePath)).Status);
        Assert.DoesNotContain("待つ会", (await stranger.OpenAsync("/staff/room-waits")).Text, StringComparison.Ordinal);
        var hire = await clerk.SubmitAsync(await clerk.OpenAsync(wait.Url.AbsolutePath + "/accept"));

        Assert.Contains("待つ会", hire.Text, StringComparison.Ordinal);
        Assert.Contains("この空き待ちは、もう終わっています。", (await clerk.OpenAsync(wait.Url.AbsolutePath + "/withdraw")).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task While_it_is_given_back_nobody_else_can_take_it()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var (held, alone) = (await app.ClaimAsync(Use(room, 9, 12)), await app.ClaimAsync(Use(room, 13, 17)));
        await app.Visitor.WaitAsync(room);

        Assert.Equal(0, await GrabAsync(app, held, () => Use(room, 9, 12)));
        // The twin: where nobody waits, one of them is fast enough.
        Assert.Equal(1, await GrabAsync(app, alone, () => Use(room, 13, 17)));
        await Rules.HoldAsync(app);
    }

    private static async Task<int> GrabAsync(KominkanApp app, Guid held, Func<RoomUse> use)
    {
        var won = await AtOnceAsync(Enumerable.Range(0, 20), async n =>
        {
            if (n == 0)
            {
                await app.DoAsync(s => s.GetRequiredService<IRoomCalendar>().ReleaseAsync(held));
            }

            return n > 0 && (await app.TriesAsync(use()) || await app.TriesAsync(use()));
        });
        return won.Count(w => w) + (await app.TriesAsync(use()) ? 1 : 0);
    }

    private static Task<Page> HoursAsync(Browser browser, Facilities.Contracts.Room room) => browser.OpenAsync($"/rooms/{room.Id}/hours?date={Day:yyyy-MM-dd}");

    private static async Task<Page> AskAsync(Browser manager, Guid room) => await manager.SubmitAsync(await manager.OpenAsync("/staff/room-blocks/new"), new
    {
        RoomId = room,
        Date = $"{Day:yyyy-MM-dd}",
        From = "09:00",
        To = "12:00",
        Kind = nameof(RoomUseKind.Maintenance),
        Reason = "空調の点検",
    });
}
