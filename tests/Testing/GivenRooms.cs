using Kominkan.Booking;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Booking.Sample;
using Kominkan.Facilities.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>Rooms for hire as a test finds them: the sample city's rules, and who has hired.</summary>
public static class GivenRooms
{
    /// <summary>The sample's rules, made once: bands 9–12, 13–17, 18–22.</summary>
    public static async Task BookingRulesAsync(this KominkanApp app)
    {
        await app.HallAsync();
        await app.DoAsync(s => s.GetServices<ISampleLife>().OfType<SampleBookingRules>().Single().FillAsync(app.Clock.Today(), CancellationToken.None));
    }

    /// <summary>Somebody has hired a room of the hall for some evening, taken in at the desk; the id of the hire.</summary>
    public static async Task<Guid> HireAsync(this KominkanApp app, GivenHire given)
    {
        await app.BookingRulesAsync();
        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var room = (await services.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).First(r => r.Name == "研修室2");
            var openings = services.GetRequiredService<IOpeningCalendar>();
            var date = app.Clock.Today().AddDays(given.InDays);
            while (!(await openings.OnAsync(hall.Id, date)).IsOpen || await services.GetRequiredService<IRoomCalendar>().WhyNotAsync(new RoomSlot(room.Id, date, new(18, 0), new(20, 0))) is not null)
            {
                date = date.AddDays(1);
            }

            var order = new Order(HireChannel.Counter, UserClass.Group, [], HirerOf(given), given.Purpose, 5, Guid.NewGuid());
            return (await services.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, date, new(18, 0), new(20, 0)), order)).Id;
        });
    }

    /// <summary>Somebody is offered a room they waited for, has wishes in a draw that takes them and in one that is closed, has won a room, and asks for a year.</summary>
    /// <returns>The wait and the open entry.</returns>
    public static async Task<(Guid Wait, Guid Entry)> WaitsAndDrawsAsync(this KominkanApp app, GivenHire given)
    {
        var taken = await app.HireAsync(given with { Group = "先の会", InDays = 20 });
        var won = await app.HireAsync(given with { InDays = 25 });
        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var (db, now) = (services.GetRequiredService<BookingDb>(), app.Clock.UtcNow());
            var room = (await services.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).First(r => r.Name == "研修室2");
            var hire = await db.Hires.SingleAsync(h => h.Id == taken);
            var order = new Order(HireChannel.Counter, UserClass.Group, [], HirerOf(given), given.Purpose, 5, Guid.NewGuid());
            var wait = await services.GetRequiredService<WaitingList>().AskAsync(room, hire.Slot, order);
            await services.GetRequiredService<GiveBack>().CancelAsync(hire, "試験", byHall: true, byStaff: true);

            var rule = LotteryRule.OfMonth(hall.Id, null, 3, 1, 20, 21, 7, 10, 2, app.Clock.Today());
            var (open, closed) = (Lottery.Of(rule, hall.Id, new(2027, 3, 1), now.AddDays(-5), now.AddDays(7), now.AddDays(14)), Lottery.Of(rule, hall.Id, new(2027, 2, 1), now.AddDays(-15), now.AddDays(-1), now.AddDays(14)));
            LotteryEntry Enter(Lottery lottery) => LotteryEntry.Enter(lottery, order, [[new WishedSlot(room, new RoomSlot(room.Id, lottery.Month.AddDays(5), new(9, 0), new(12, 0)), 0)]], lottery.OpensAt);
            var entries = new[] { Enter(open), Enter(closed) };
            db.AddRange(open, closed);
            db.LotteryEntries.AddRange(entries);
            var kept = await db.Hires.SingleAsync(h => h.Id == won);
            kept.Win(open.Id, now.AddDays(7));
            db.Seasons.Add(Season.Ask(room, order, new(2027, 4, 3), new(2027, 6, 26), new(18, 0), new(20, 0), now));
            await db.SaveChangesAsync();
            await services.GetRequiredService<ChargeHirers>().SayAsync([kept]);
            await services.GetRequiredService<DrawLottery>().FreezeAsync(closed.Id);
            return (wait.Id, entries[0].Id);
        });
    }

    /// <summary>Looks up what somebody holds without an account: a room they won, one they wait for, and a draw they take part in.</summary>
    public static async Task OpenReceiptsAsync(this KominkanApp app, Crawl guest)
    {
        var receipts = await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<BookingDb>();
            var won = await db.Hires.OrderByDescending(h => h.State == HireState.Won).ThenBy(h => h.Id).FirstAsync();
            var (wait, entry) = (await db.Waits.OrderBy(w => w.Id).FirstAsync(), await db.LotteryEntries.OrderBy(e => e.Id).FirstAsync());
            return new[] { (won.Number, won.Hirer.Phone), (wait.Number, wait.Hirer.Phone), (entry.Number, entry.Hirer.Phone) };
        });
        foreach (var (number, phone) in receipts)
        {
            await guest.FillInAsync("/hires", new KeyValuePair<string, string>("Input.Number", number), new KeyValuePair<string, string>("Input.Phone", phone));
        }
    }

    /// <summary>The account has hired a room, waits for another and takes part in a draw.</summary>
    public static async Task RoomsOfAsync(this KominkanApp app, Guid account, GivenHire given)
    {
        var hire = await app.HireAsync(given);
        await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<BookingDb>();
            await db.Hires.Where(h => h.Id == hire).ExecuteUpdateAsync(u => u.SetProperty(h => h.AccountId, (Guid?)account));
            var (wait, entry) = (await db.Waits.OrderBy(w => w.Id).Select(w => w.Id).FirstAsync(), await db.LotteryEntries.OrderBy(e => e.Id).Select(e => e.Id).FirstAsync());
            await db.Waits.Where(w => w.Id == wait).ExecuteUpdateAsync(u => u.SetProperty(w => w.AccountId, (Guid?)account));
            await db.LotteryEntries.Where(e => e.Id == entry).ExecuteUpdateAsync(u => u.SetProperty(e => e.AccountId, (Guid?)account));
        });
    }

    private static Hirer HirerOf(GivenHire given) => new() { FamilyName = given.Family, GivenName = given.Given, FamilyKana = given.FamilyKana, GivenKana = given.GivenKana, Phone = given.Phone, Mail = given.Mail, GroupName = given.Group };
}

/// <summary>A hire to begin with.</summary>
public sealed record GivenHire
{
    public string Hall { get; init; } = "1";

    public string Group { get; init; } = "みどり書道会";

    public string Family { get; init; } = "中村";

    public string Given { get; init; } = "恵子";

    public string FamilyKana { get; init; } = "ナカムラ";

    public string GivenKana { get; init; } = "ケイコ";

    public string Phone { get; init; } = "090-0000-0001";

    public string Mail { get; init; } = "";

    public string Purpose { get; init; } = "書道の練習";

    public int InDays { get; init; } = 3;
}
