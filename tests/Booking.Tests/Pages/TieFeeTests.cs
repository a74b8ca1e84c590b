using System.Net;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Kominkan.Booking.Tests.Pages.TieTests;

namespace Kominkan.Booking.Tests.Pages;

/// <summary>What a tie adds to the fee is charged once, and nobody books for more than they were shown.</summary>
public sealed class TieFeeTests
{
    private const int Outside = 9;
    private const string Added = "市外の方の利用";

    [Fact]
    public async Task Who_waits_is_offered_the_time_for_what_it_will_cost_by_their_tie()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var booked = await app.Visitor.BookAsync(room);
        using var waiter = app.NewBrowser();
        var typed = Fields(Outside);
        typed["Phone"] = "090-0000-0002";
        var number = (await waiter.SubmitAsync(await waiter.OpenAsync(City.Wait(room)), typed)).ReceiptNumber();
        await app.Visitor.GiveBackAsync(booked);

        var offer = await waiter.OpenAsync("/waits/offer");
        using var clerk = await app.SignInAsync(RoleKeys.Counter, "1");
        var accept = await clerk.OpenAsync($"/staff/room-waits/{(await app.WaitAsync(number)).Id}/accept");
        var hire = await app.HireAsync((await waiter.SubmitAsync(offer)).ReceiptNumber());

        Assert.Contains(hire.Fees, f => f.Label.StartsWith(Added, StringComparison.Ordinal));
        Assert.Equal([Wording.Money(hire.Yen), Wording.Money(hire.Yen)], new[] { offer, accept }.Select(p => p.Find("tfoot .num").TextContent));
    }

    [Fact]
    public async Task A_fee_that_changed_meanwhile_is_shown_before_it_is_booked()
    {
        await using var app = await City.StartAsync();
        var confirm = await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(await app.RoomAsync()), Fields(GivenRooms.Tie));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        await SetAsync(office, GivenRooms.Tie, Added, app.Clock.Today());

        var again = await app.Visitor.SubmitAsync(confirm);
        Assert.Equal((HttpStatusCode.Conflict, "使用料か、つながりの決まりが変わりました。下の中身を確かめて、もう一度押してください。"), (again.Status, Assert.Single(again.Errors)));
        Assert.Contains(Added, again.Text, StringComparison.Ordinal);
        Assert.Contains((await app.HireAsync((await app.Visitor.SubmitAsync(again)).ReceiptNumber())).Fees, f => f.Label.StartsWith(Added, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_surcharges_with_one_name_the_halls_own_is_charged()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<BookingDb>();
            db.Add(Surcharge.Set(room.HallId, Added, SurchargeTrigger.Asked, SurchargeUnit.Percent, 50, null, 10, "条例", new DateOnly(2020, 4, 1)));
            await db.SaveChangesAsync();
            s.GetRequiredService<RuleBook>().Forget();
        });

        var confirm = await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(room), Fields(Outside));
        Assert.Equal($"{Added}（部屋の使用料の50％）", Assert.Single((await app.HireAsync((await app.Visitor.SubmitAsync(confirm)).ReceiptNumber())).Fees, f => f.Label.StartsWith(Added, StringComparison.Ordinal)).Label);
    }

    [Fact]
    public async Task A_surcharge_that_a_tie_goes_by_is_not_ended_and_one_that_begins_later_is_not_named()
    {
        await using var app = await City.StartAsync();
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var id = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Surcharges.Where(x => x.Name == Added).Select(x => x.Id).SingleAsync());

        var refused = await office.SubmitAsync(await office.OpenAsync($"/staff/booking-rules/surcharges/{id}/end"), new { LastDay = $"{app.Clock.Today():yyyy-MM-dd}" });
        Assert.Equal(["つながり「どれにもあてはまらない（市外）」が、この加算を使っています。先に、つながりの規則を終えてください。"], refused.Errors);
        await app.DoAsync(async s =>
        {
            var db = s.GetRequiredService<BookingDb>();
            db.Add(Surcharge.Set(null, "来年度からの加算", SurchargeTrigger.Asked, SurchargeUnit.Percent, 50, null, 10, "条例", new DateOnly(2027, 4, 1)));
            await db.SaveChangesAsync();
        });
        Assert.Equal(["この加算は、その日には使えません。加算か日を選び直してください。"], (await SetAsync(office, 8, "来年度からの加算", app.Clock.Today())).Errors);
    }

    [Fact]
    public async Task Who_wins_in_a_draw_pays_what_goes_with_their_tie_and_so_does_who_comes_next()
    {
        await using var app = await City.StartAsync();
        var room = await app.RoomAsync();
        var lottery = await app.LotteryAsync();
        foreach (var n in new[] { 1, 2 })
        {
            using var entrant = app.NewBrowser();
            var typed = Fields(Outside);
            (typed["GroupName"], typed["Phone"]) = ($"第{n}の会", $"090-0000-{n:0000}");
            Assert.Empty((await entrant.SubmitAsync(await entrant.OpenAsync($"/lotteries/{lottery.Id}/enter"), typed.Concat(Lots.Lines(new Wished(room))).ToDictionary())).Errors);
        }

        await app.DrawAsync(lottery.Id);
        var won = await app.HireAsync(await app.DoAsync(s => s.GetRequiredService<BookingDb>().Hires.Select(h => h.Number).SingleAsync()));
        using var winner = app.NewBrowser();
        var mine = await winner.SubmitAsync(await winner.OpenAsync("/hires"), new { won.Number, won.Hirer.Phone });
        Assert.Equal([("午前の使用料", 400), ($"{Added}（部屋の使用料の100％）", 400)], won.Fees.OrderBy(f => f.Line).Select(f => (f.Label, f.Yen)));
        Assert.Contains($"{Added}（部屋の使用料の100％）", mine.Text, StringComparison.Ordinal);
        Assert.Contains("使用料は800円です。", (await winner.OpenAsync("/hires/confirm")).Text, StringComparison.Ordinal);
        Assert.Contains("800円", (await winner.SubmitAsync(await winner.OpenAsync("/hires/confirm"))).Text, StringComparison.Ordinal);
        await Rules.HoldAsync(app);

        await winner.SubmitAsync(await winner.OpenAsync("/hires/cancel"));
        var wait = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Waits.AsNoTracking().SingleAsync());
        using var next = app.NewBrowser();
        await next.SubmitAsync(await next.OpenAsync("/hires"), new { wait.Number, wait.Hirer.Phone });
        var hire = await app.HireAsync((await next.SubmitAsync(await next.OpenAsync("/waits/offer"))).ReceiptNumber());
        Assert.Equal((800, Outside), (hire.Yen, hire.Tie.Code));
        await Rules.HoldAsync(app);
    }

    [Fact]
    public async Task A_tie_that_ended_before_the_last_press_is_chosen_anew_on_the_form_as_it_was_filled()
    {
        await using var app = await City.StartAsync();
        var confirm = await app.Visitor.SubmitAsync(await app.Visitor.KeepAsync(await app.RoomAsync()), Fields(Outside));
        using var office = await app.SignInAsync(RoleKeys.HeadOffice);
        var ended = await app.DoAsync(s => s.GetRequiredService<BookingDb>().Ties.Where(t => t.Code == Outside).Select(t => t.Id).SingleAsync());
        await office.SubmitAsync(await office.OpenAsync($"/staff/booking-rules/ties/{ended}/end"), new { LastDay = $"{app.Clock.Today().AddDays(-1):yyyy-MM-dd}" });

        var refused = await app.Visitor.SubmitAsync(confirm);
        Assert.Equal((HttpStatusCode.Conflict, "市内とのつながりを選んでください。"), (refused.Status, Assert.Single(refused.Errors)));
        foreach (var page in new[] { refused, await app.Visitor.OpenAsync("/hires/new/confirm") })
        {
            Assert.Contains("入力のあとで決まりが変わりました。市内とのつながりを選んでください。", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("main form"));
        }

        var form = await app.Visitor.OpenAsync(refused.Find(".note.warn a").GetAttribute("href")!);
        Assert.Equal("みどり書道会", form.Find("input[name='Input.GroupName']").GetAttribute("value"));
        Assert.Null(form.Document.QuerySelector("[name='Input.Tie'] option[value='9']"));
        var again = await app.Visitor.SubmitAsync(form, new { Tie = GivenRooms.Tie });
        Assert.Null(again.Document.QuerySelector(".note.warn"));
        Assert.Equal(400, (await app.HireAsync((await app.Visitor.SubmitAsync(again)).ReceiptNumber())).Yen);
    }

    private static async Task<Page> SetAsync(Browser office, int code, string surcharge, DateOnly from) =>
        await office.SubmitAsync(await office.OpenAsync("/staff/booking-rules/ties/new"), new { Code = code, Name = "つながり", Access = "Anywhere", Surcharge = surcharge, Article = "公民館条例第6条", From = $"{from:yyyy-MM-dd}" });
}
