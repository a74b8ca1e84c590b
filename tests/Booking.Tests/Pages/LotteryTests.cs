using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Calendar;
using static Kominkan.Booking.Tests.Lots;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>A month of rooms that many want: wishes, a draw anybody replays, an answer, and what is left.</summary>
public sealed class LotteryTests
{
    [Fact]
    public async Task From_the_wishes_to_the_draw_to_the_confirmed_room()
    {
        await using var app = await City.StartAsync();
        var (one, two) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        var lottery = await app.LotteryAsync();
        Assert.Equal(new DateOnly(2027, 3, 1), lottery.Month);
        Assert.Contains("令和9年3月", (await app.Visitor.OpenAsync("/lotteries")).Text, StringComparison.Ordinal);
        Assert.Contains("抽選に申し込む", (await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}")).Text, StringComparison.Ordinal);
        // Meanwhile nobody books the month by coming first.
        Assert.Equal($"/lotteries/{lottery.Id}", (await app.Visitor.OpenAsync($"/rooms?hall=1&date={Saturday:yyyy-MM-dd}")).Find("td a[aria-label*='研修室1 午前']").GetAttribute("href"));
        Assert.Equal(["この月の部屋は、いま抽選の申し込みを受け付けています。抽選のページから申し込んでください。"], (await app.Visitor.SendLateAsync(one, Saturday)).Errors);

        using var second = app.NewBrowser();
        var (a, b) = (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(one), new Wished(two, "13:00-17:00"), new Wished(two, "13:00-17:00", Saturday.AddDays(1), With: true)), await second.EnterAsync(lottery.Id, 2, new Wished(one)));
        Assert.Equal("抽選の申し込みの内容", a.Heading);
        Assert.Contains("第2希望（ひと組）", a.Text, StringComparison.Ordinal);
        using (var clerk = await app.SignInAsync(RoleKeys.Counter, "1"))
        {
            var form = await clerk.OpenAsync($"/staff/lotteries/{lottery.Id}/entries/new");
            var fields = new Dictionary<string, string>(Lines(new Wished(one))) { ["Channel"] = "Counter", ["GroupName"] = "窓口の会", ["FamilyName"] = "木村", ["FamilyKana"] = "きむら", ["Phone"] = "096-000-0003", ["Purpose"] = "練習", ["PurposeKind"] = GivenRooms.PurposeKind, ["Tie"] = $"{GivenRooms.Tie}", ["People"] = "4" };
            Assert.Contains("窓口の会", (await clerk.SubmitAsync(form, fields)).Text, StringComparison.Ordinal);
            Assert.Contains("3件", (await clerk.OpenAsync($"/staff/lotteries/{lottery.Id}/entries")).Text, StringComparison.Ordinal);
        }

        var drawn = await app.DrawAsync(lottery.Id);
        Assert.Empty(drawn.Errors);
        var page = await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}");
        Assert.Contains("公開した結果と一致しました", page.Text, StringComparison.Ordinal);
        Assert.Empty(PublishedRoomDraw.TryParse(await app.Visitor.Http.GetStringAsync(new Uri($"/lotteries/{lottery.Id}.json", UriKind.Relative)))!.Differences());
        await Rules.HoldAsync(app);

        // One of the three has the room they all wanted; it is theirs when they say so.
        var hires = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().Where(h => h.RoomId == one.Id).ToListAsync());
        var won = Assert.Single(hires);
        Assert.Equal(HireState.Won, won.State);
        Assert.False(await app.TriesAsync(Use(one, 9, 12, date: Saturday)));
        using var winner = app.NewBrowser();
        var mine = await winner.SubmitAsync(await winner.OpenAsync("/hires"), new { Number = won.Number, Phone = won.Hirer.Phone });
        Assert.Contains("令和8年12月18日（金）午後11時59分までに返事がないと、次の方に回ります。", mine.Text, StringComparison.Ordinal);
        await winner.SubmitAsync(await winner.OpenAsync("/hires/confirm"));
        Assert.Equal(HireState.Booked, (await app.HireAsync(won.Number)).State);

        // Given back, it goes down the same order.
        var next = (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Waits.AsNoTracking().Where(w => w.RoomId == one.Id).OrderBy(w => w.DrawOrder).ToListAsync()))[0];
        await winner.SubmitAsync(await winner.OpenAsync("/hires/cancel"));
        Assert.Equal(WaitState.Offered, (await app.WaitAsync(next.Number)).State);
        Assert.Equal([next.Id], await app.DoAsync(s => s.GetRequiredService<BookingDb>().Waits.Where(w => w.State == WaitState.Offered).Select(w => w.Id).ToListAsync()));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task What_nobody_confirms_goes_to_the_next_in_the_order_of_the_draw()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var lottery = await app.LotteryAsync();
        foreach (var n in Enumerable.Range(1, 3))
        {
            using var browser = app.NewBrowser();
            await browser.EnterAsync(lottery.Id, n, new Wished(room));
        }

        await app.DrawAsync(lottery.Id);
        var order = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Waits.AsNoTracking().OrderBy(w => w.DrawOrder).Select(w => new { w.Number, w.DrawOrder }).ToListAsync());
        Assert.Equal([2, 3], order.Select(o => o.DrawOrder));
        app.Clock.SetUtcNow(December(19, 0));
        await app.RunJobAsync("booking.run-lotteries");

        var hire = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().SingleAsync());
        Assert.Equal((HireState.Cancelled, "期限までに返事がなかったため", 0), (hire.State, hire.CancelReason, hire.Owed));
        Assert.Equal((WaitState.Offered, WaitState.Waiting), ((await app.WaitAsync(order[0].Number)).State, (await app.WaitAsync(order[1].Number)).State));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Until_it_is_closed_wishes_are_changed_and_withdrawn_and_afterwards_not()
    {
        await using var app = await City.StartAsync();
        var (one, two) = (await app.RoomAsync(), await app.RoomAsync("研修室2"));
        var lottery = await app.LotteryAsync();
        var number = (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(one), new Wished(two))).ReceiptNumber();

        var change = await app.Visitor.OpenAsync("/lotteries/mine/change");
        var changed = await app.Visitor.SubmitAsync(change, Lines(new Wished(two, "18:00-22:00"), new Wished(one, "9:00-17:00")));
        Assert.Contains("研修室2", changed.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal((2, At(18)), ((await app.EntryAsync(number)).Wishes.Count, (await app.EntryAsync(number)).Wishes.Single(w => w.Rank == 1).From));
        using var guest = app.NewBrowser();
        Assert.Equal("/lotteries/mine", (await guest.LookUpAsync(number)).Url.AbsolutePath);
        await app.Visitor.SubmitAsync(await app.Visitor.OpenAsync("/lotteries/mine/withdraw"));
        Assert.True((await app.EntryAsync(number)).IsWithdrawn);

        var again = (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(one))).ReceiptNumber();
        app.Clock.SetUtcNow(December(10, 23, 59));
        await app.Visitor.LookUpAsync(again);
        var open = await app.Visitor.OpenAsync("/lotteries/mine/change");
        app.Clock.SetUtcNow(December(11, 0));
        Assert.Equal(["抽選の受付は終わりました。結果が出るまでお待ちください。"], (await app.Visitor.SubmitAsync(open, Lines(new Wished(two)))).Errors);
        await app.DrawAsync(lottery.Id);

        Assert.NotNull((await app.EntryAsync(again)).Wishes.Single().HireId);
        Assert.Contains("当選（予約の受付番号", (await app.Visitor.LookUpAsync(again)).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Wishes_that_cannot_be_are_refused_beside_their_boxes_with_everything_that_was_typed()
    {
        await using var app = await City.StartAsync();
        var (room, elsewhere) = (await app.RoomAsync(), await app.RoomAsync(hall: "2"));
        var lottery = await app.LotteryAsync(new { MaxWishes = 2 });

        Assert.Equal(["第1希望を選んでください。"], (await app.Visitor.EnterAsync(lottery.Id, 1)).Errors);
        Assert.Equal(["部屋、日、時間の3つを選んでください。"], (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(elsewhere))).Errors);
        Assert.Equal(["3月の中の日を選んでください。"], (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room, Date: new(2027, 4, 3)))).Errors);
        Assert.Equal(["3月8日（月）は休館です（月曜休館）。ほかの日を選んでください。"], (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room, Date: new(2027, 3, 8)))).Errors);
        Assert.Equal(["同じ希望が2つあります。片方を消してください。"], (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room), new Wished(room))).Errors);
        Assert.Equal(["研修室1は、その時間では貸し出していません。"], (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room, "9:00-10:00"))).Errors);
        var many = await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room), new Wished(room, "13:00-17:00"), new Wished(room, "18:00-22:00"));
        Assert.Equal(["希望は2つまでです。減らしてください。"], many.Errors);
        Assert.Equal("第1の会", many.Find("input[name='Input.GroupName']").GetAttribute("value"));
        Assert.Equal(room.Id.ToString(), many.Find("select[name='Input.Wishes[2].RoomId'] option[selected]").GetAttribute("value"));

        await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room));
        Assert.Equal(["この団体の申し込みは、もう受け付けています。受付番号で開いて変えてください。"], (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room))).Errors);
    }

    [Fact]
    public async Task What_the_draw_left_is_booked_from_the_day_of_the_rule_and_an_empty_draw_is_over_at_closing()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.LotteryAsync();
        app.Clock.SetUtcNow(December(11, 0));
        await app.RunJobAsync("booking.run-lotteries");

        Assert.Equal(["抽選で残った部屋の受付は令和8年12月21日（月）正午からです。"], (await app.Visitor.SendLateAsync(room, Saturday)).Errors);
        app.Clock.SetUtcNow(December(22, 12));
        await app.Visitor.BookAsync(room, Saturday);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Time_the_hall_took_meanwhile_is_nobodys_and_the_file_says_so()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var lottery = await app.LotteryAsync();
        await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room), new Wished(room, "13:00-17:00"));
        await app.ClaimAsync(Use(room, 10, 11, date: Saturday));

        await app.DrawAsync(lottery.Id);

        Assert.Contains("ほかの利用で埋まっていた時間：研修室1 3月6日（土） 9:00–12:00", (await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(At(13), (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().SingleAsync())).From);
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task Before_the_number_is_public_nothing_is_drawn_and_another_halls_clerk_finds_nothing()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var lottery = await app.LotteryAsync();
        var number = (await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room))).ReceiptNumber();
        app.Clock.SetUtcNow(December(11, 0));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        using var stranger = await app.SignInAsync(RoleKeys.Counter, "2");

        var frozen = await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/lotteries/{lottery.Id}"));
        Assert.Equal(["この回の数は、まだ公開されていません。公開の時刻を過ぎてから入れてください。"], (await clerk.SubmitAsync(frozen, new { Seed })).Errors);
        Assert.Contains("まだ決まっていません", (await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}")).Text, StringComparison.Ordinal);

        var id = (await app.EntryAsync(number)).Id;
        foreach (var url in new[] { $"/staff/lotteries/{lottery.Id}", $"/staff/lotteries/{lottery.Id}/entries", $"/staff/lotteries/{lottery.Id}/entries/new", $"/staff/lottery-entries/{id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(url)).Status);
        }

        Assert.Contains("公開の数を待つ部屋の抽選", (await clerk.OpenAsync("/staff")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_fair_noon_everything_within_the_half_hour_is_simultaneous_the_desk_included()
    {
        await using var app = await City.StartAsync();
        var (room, april) = (await app.RoomAsync(), new DateOnly(2027, 4, 3));
        var lottery = await app.LotteryAsync(new { Kind = "Noon" });
        Assert.Equal((new DateOnly(2027, 4, 1), December(1, 12).UtcDateTime, December(1, 12, 30).UtcDateTime), (lottery.Month, lottery.OpensAt, lottery.ClosesAt));
        Assert.Equal(["抽選の受付は令和8年12月1日（火）正午からです。"], (await app.Visitor.OpenAsync($"/lotteries/{lottery.Id}/enter")).Document.QuerySelectorAll("p.note").Select(p => p.TextContent));

        app.Clock.SetUtcNow(December(1, 12, 1));
        Assert.Empty((await app.Visitor.EnterAsync(lottery.Id, 1, new Wished(room, Date: april))).Errors);
        app.Clock.SetUtcNow(December(1, 12, 29));
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var fields = new Dictionary<string, string>(Lines(new Wished(room, Date: april))) { ["Channel"] = "Phone", ["GroupName"] = "電話の会", ["FamilyName"] = "木村", ["FamilyKana"] = "きむら", ["Phone"] = "096-000-0003", ["Purpose"] = "練習", ["PurposeKind"] = GivenRooms.PurposeKind, ["Tie"] = $"{GivenRooms.Tie}", ["People"] = "4" };
        Assert.Empty((await clerk.SubmitAsync(await clerk.OpenAsync($"/staff/lotteries/{lottery.Id}/entries/new"), fields)).Errors);
        Assert.NotEmpty((await app.Visitor.SendLateAsync(room, april)).Errors);
        app.Clock.SetUtcNow(December(1, 12, 30));
        await app.RunJobAsync("booking.run-lotteries");
        app.Clock.SetUtcNow(December(1, 13, 1));
        using var later = await app.SignInAsync(RoleKeys.Counter, "1");
        Assert.Empty((await later.SubmitAsync(await later.OpenAsync($"/staff/lotteries/{lottery.Id}"), new { Seed })).Errors);

        // What is won is booked at once, and who comes first has the rest from now on.
        Assert.Equal(HireState.Booked, (await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.AsNoTracking().SingleAsync())).State);
        Assert.Equal(1, await app.DoAsync(s => s.GetRequiredService<BookingDb>().Waits.CountAsync(w => w.DrawOrder == 2)));
        await app.Visitor.BookAsync(room, april, "13:00-17:00");
        await Rules.HoldAsync(app);
    }
}
