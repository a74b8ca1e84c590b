using System.Net;
using System.Text.RegularExpressions;
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
public static partial class GivenRooms
{
    /// <summary>目的の種類 of the sample's rules that rooms are lent for.</summary>
    public const string PurposeKind = "学習・文化活動";

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

            var order = new Order(HireChannel.Counter, UserClass.Group, [], HirerOf(given), given.Purpose, 5, Guid.NewGuid()) { PurposeKind = PurposeKind, Tie = new HirerTie { Code = given.Tie } };
            return (await services.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, date, new(18, 0), new(20, 0)), order)).Id;
        });
    }

    /// <summary>Candidates hold meetings in the hall: some wait for an answer.</summary>
    /// <returns>Their pages.</returns>
    public static async Task<IReadOnlyList<string>> MeetingsAsync(this KominkanApp app, GivenHire given, int several = 4)
    {
        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var (openings, pages) = (services.GetRequiredService<IOpeningCalendar>(), new List<string>());
            var room = (await services.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).First(r => r.Name == "研修室2");
            for (var date = app.Clock.Today().AddDays(3); pages.Count < several; date = date.AddDays(1))
            {
                var slot = new RoomSlot(room.Id, date, new(18, 0), new(20, 0));
                if ((await openings.OnAsync(hall.Id, date)).IsOpen && await services.GetRequiredService<IRoomCalendar>().WhyNotAsync(slot) is null)
                {
                    var candidacy = new Candidacy("熊本市長選挙", $"{given.Family}　{given.Given}", given.FamilyKana + given.GivenKana, given.Phone);
                    pages.Add($"/staff/election-meetings/{(await services.GetRequiredService<TakeMeeting>().EnterAsync(room, slot, candidacy, app.Clock.UtcNow(), "試験")).Id}");
                }
            }

            return (IReadOnlyList<string>)pages;
        });
    }

    /// <summary>The hire is permitted; the address its paper leads to.</summary>
    public static Task<string> PermitAsync(this KominkanApp app, Guid hire) => app.DoAsync(async services =>
    {
        var db = services.GetRequiredService<BookingDb>();
        var permitted = await db.Hires.Include(h => h.Fees).Include(h => h.Permits).SingleAsync(h => h.Id == hire);
        permitted.Permit("見本", app.Clock.UtcNow());
        await db.SaveChangesAsync();
        return $"/permits/{permitted.Permits[0].Code}";
    });

    /// <summary>
    /// Somebody is offered rooms they waited for, has wishes in a draw that takes them and in one that is closed, has won
    /// rooms, and asks for a year: several of each, as what one form has answered, another cannot be about.
    /// </summary>
    /// <returns>The pages where staff see what waits for an answer.</returns>
    public static async Task<IReadOnlyList<string>> WaitsAndDrawsAsync(this KominkanApp app, GivenHire given, int several = 4)
    {
        var (taken, won) = (new List<Guid>(), new List<Guid>());
        for (var n = 0; n < several; n++)
        {
            taken.Add(await app.HireAsync(given with { Group = "先の会", InDays = 20 }));
            won.Add(await app.HireAsync(given with { InDays = 25 }));
        }

        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var (db, now) = (services.GetRequiredService<BookingDb>(), app.Clock.UtcNow());
            var room = (await services.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).First(r => r.Name == "研修室2");
            // A draw takes one entry of a group.
            Order Ask(int n = 0) => new(HireChannel.Counter, UserClass.Group, [], HirerOf(n == 0 ? given : given with { Group = $"{given.Group}{n}" }), given.Purpose, 5, Guid.NewGuid()) { PurposeKind = PurposeKind, Tie = Lives };
            var (waits, seasons) = (new List<RoomWait>(), new List<Season>());
            var rule = LotteryRule.OfMonth(hall.Id, null, 3, 1, 20, 21, 7, 10, 2, app.Clock.Today());
            var (open, closed) = (Lottery.Of(rule, hall.Id, new(2027, 3, 1), now.AddDays(-5), now.AddDays(7), now.AddDays(14)), Lottery.Of(rule, hall.Id, new(2027, 2, 1), now.AddDays(-15), now.AddDays(-1), now.AddDays(14)));
            LotteryEntry Enter(Lottery lottery, int n = 0) => LotteryEntry.Enter(lottery, Ask(n), [[new WishedSlot(room, new RoomSlot(room.Id, lottery.Month.AddDays(5), new(9, 0), new(12, 0)), 0)]], lottery.OpensAt);
            db.AddRange(open, closed);
            for (var n = 0; n < several; n++)
            {
                var hire = await db.Hires.SingleAsync(h => h.Id == taken[n]);
                waits.Add(await services.GetRequiredService<WaitingList>().AskAsync(room, hire.Slot, Ask()));
                await services.GetRequiredService<GiveBack>().CancelAsync(hire, "試験", byHall: true, byStaff: true);
                seasons.Add(Season.Ask([room], Ask(), new(2027, 4, 3), new(2027, 6, 26), new(18, 0), new(20, 0), now));
                db.LotteryEntries.Add(Enter(open, n));
            }

            db.LotteryEntries.Add(Enter(closed));
            db.Seasons.AddRange(seasons);
            var kept = await db.Hires.Where(h => won.Contains(h.Id)).ToListAsync();
            kept.ForEach(h => h.Win(open.Id, now.AddDays(7)));
            await db.SaveChangesAsync();
            await services.GetRequiredService<ChargeHirers>().SayAsync(kept);
            await services.GetRequiredService<DrawLottery>().FreezeAsync(closed.Id);
            return (IReadOnlyList<string>)[.. won.Select(id => $"/staff/hires/{id}"), .. waits.Select(w => $"/staff/room-waits/{w.Id}"), .. seasons.Select(x => $"/staff/seasons/{x.Id}")];
        });
    }

    /// <summary>
    /// A room is needed for an election on some days: who hired it, and who won it, is offered another; and the hall has used
    /// rooms of its own without saying how many came.
    /// </summary>
    /// <returns>The pages where staff see what waits for an answer.</returns>
    public static async Task<IReadOnlyList<string>> DisplacedAsync(this KominkanApp app, GivenHire given, int several = 4)
    {
        var hired = new List<Guid>();
        for (var n = 0; n < several; n++)
        {
            hired.Add(await app.HireAsync(given with { InDays = 40 }));
        }

        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var (db, now, pages) = (services.GetRequiredService<BookingDb>(), app.Clock.UtcNow(), new List<string>());
            var room = (await services.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).First(r => r.Name == "研修室2");
            var won = await db.Hires.Where(h => h.HallId == hall.Id && h.State == HireState.Won).OrderBy(h => h.Id).Take(several).ToListAsync();
            for (var n = 0; n < several; n++)
            {
                var date = await db.Hires.Where(h => h.Id == hired[n]).Select(h => h.Date).SingleAsync();
                var displacement = Displacement.Open(hall.Id, room.Id, date, date, RoomUseKind.Election, "投票所", "試験", now);
                await services.GetRequiredService<Displace>().OpenAsync(displacement);
                db.DisplacedHires.AddRange(won.Skip(n).Take(1).Select(h => DisplacedHire.Of(displacement, h)));
                await db.SaveChangesAsync();
                pages.Add($"/staff/displacements/{displacement.Id}");
                foreach (var moving in await db.DisplacedHires.Where(d => d.DisplacementId == displacement.Id).ToListAsync())
                {
                    var hire = await db.Hires.Include(h => h.Items).SingleAsync(h => h.Id == moving.HireId);
                    await services.GetRequiredService<Rehouse>().OfferAsync(moving, (await services.GetRequiredService<OtherRooms>().FindAsync(hire, room))[0]);
                    var page = $"/staff/displacements/{displacement.Id}/hires/{moving.Id}";
                    pages.AddRange([page, page + "/accept", page + "/refund"]);
                }

                var own = RoomBlock.Ask(room, new RoomSlot(room.Id, app.Clock.Today().AddDays(-20 - n), new(9, 0), new(12, 0)), RoomUseKind.OwnProgram, "館のつどい", Guid.NewGuid(), "試験", now.AddDays(-30), now.AddDays(1));
                own.Answer(agrees: true, Guid.NewGuid(), "試験", now);
                db.Blocks.Add(own);
                await db.SaveChangesAsync();
                pages.Add($"/staff/room-blocks/{own.Id}");
            }

            return (IReadOnlyList<string>)pages;
        });
    }

    /// <summary>Nobody came to several hires, and one party has spoken: the pages where staff see what waits for an answer or a decision.</summary>
    public static async Task<IReadOnlyList<string>> PointsAsync(this KominkanApp app, GivenHire given, int several = 4)
    {
        var hired = new List<Guid>();
        for (var n = 0; n < several; n++)
        {
            hired.Add(await app.HireAsync(given with { InDays = 30 }));
        }

        return await app.DoAsync(async services =>
        {
            var (db, pages) = (services.GetRequiredService<BookingDb>(), new List<string>());
            foreach (var hire in await db.Hires.Where(h => hired.Contains(h.Id)).ToListAsync())
            {
                hire.Report(0, hire.Date.ToUtc(hire.To));
                await services.GetRequiredService<OpenPoints>().ReportedAsync(hire, new Clerk(Guid.NewGuid(), "試験"));
                var about = await db.PointCases.SingleAsync(p => p.HireId == hire.Id);
                about.Hear("忘れていました。", null, app.Clock.UtcNow());
                await db.SaveChangesAsync();
                pages.AddRange([$"/staff/points/{about.Id}", $"/staff/points/{about.Id}/answer", $"/staff/points/{about.Id}/give", $"/staff/points/{about.Id}/waive"]);
            }

            return (IReadOnlyList<string>)pages;
        });
    }

    /// <summary>Groups somebody else has registered for a reduction: their pages.</summary>
    public static async Task<IReadOnlyList<string>> EntitledAsync(this KominkanApp app, GivenHire given, int several = 4)
    {
        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var (db, today) = (services.GetRequiredService<BookingDb>(), app.Clock.Today());
            var rule = await db.Reductions.OrderBy(r => r.Id).FirstAsync();
            var registered = Enumerable.Range(0, several).Select(n => Entitlement.Register(hall.Id, HirerOf(given with { Group = $"{given.Group}登録{n}" }), rule, "登録証", today, today.AddDays(20), 3, new Clerk(Guid.NewGuid(), "試験"), app.Clock.UtcNow())).ToList();
            db.Entitlements.AddRange(registered);
            await db.SaveChangesAsync();
            return (IReadOnlyList<string>)[.. registered.Select(e => $"/staff/entitlements/{e.Id}")];
        });
    }

    /// <summary>The account has said to belong to a group.</summary>
    public static Task OwnGroupAsync(this KominkanApp app, Guid account) => app.DoAsync(async services =>
    {
        services.GetRequiredService<BookingDb>().OwnGroups.Add(OwnGroup.Declare("職員の会", new Clerk(account, "試験"), app.Clock.Today()));
        await services.GetRequiredService<BookingDb>().SaveChangesAsync();
    });

    /// <summary>Looks up what somebody holds without an account: a room they won, one they wait for, and a draw they take part in.</summary>
    public static async Task OpenReceiptsAsync(this KominkanApp app, Crawl guest)
    {
        var receipts = await app.DoAsync(async services =>
        {
            var db = services.GetRequiredService<BookingDb>();
            var won = await db.Hires.OrderByDescending(h => h.State == HireState.Won).ThenByDescending(h => db.DisplacedHires.Any(d => d.HireId == h.Id && d.State == MoveState.Offered)).ThenBy(h => h.Id).FirstAsync();
            var wait = await db.Waits.OrderByDescending(w => w.State == WaitState.Offered && w.AccountId == null).ThenBy(w => w.Id).FirstAsync();
            var mayChange = db.Lotteries.Where(l => l.State == LotteryState.Open).Select(l => l.Id);
            var entry = await db.LotteryEntries.OrderByDescending(e => mayChange.Contains(e.LotteryId) && e.AccountId == null && !e.IsWithdrawn).ThenBy(e => e.Id).FirstAsync();
            return new[] { (won.Number, won.Hirer.Phone), (wait.Number, wait.Hirer.Phone), (entry.Number, entry.Hirer.Phone) };
        });
        foreach (var (number, phone) in receipts)
        {
            await guest.FillInAsync("/hires", new KeyValuePair<string, string>("Input.Number", number), new KeyValuePair<string, string>("Input.Phone", phone));
        }
    }

    /// <summary>Keeps a free time of the second hall, next week or later, and has typed who they are: the form and its confirmation stand open.</summary>
    public static async Task KeepRoomAsync(this KominkanApp app, Crawl guest)
    {
        var date = app.Clock.Today();
        Match free;
        do
        {
            date = date.AddDays(1);
            free = FreeBand().Match((await guest.GetAsync($"/rooms?hall=2&date={date.AddDays(7):yyyy-MM-dd}")).Html);
        }
        while (!free.Success);

        await guest.FillInAsync(WebUtility.HtmlDecode(free.Value), new KeyValuePair<string, string>("Input.Span", free.Groups[1].Value switch { "09" => "9:00-12:00", "13" => "13:00-17:00", _ => "18:00-22:00" }));
        await guest.FillInAsync("/hires/new", new("Input.GroupName", "松の会"), new("Input.FamilyName", "山田"), new("Input.FamilyKana", "ヤマダ"), new("Input.Phone", "090-0000-7002"), new("Input.Purpose", "書道"), new("Input.PurposeKind", PurposeKind), new("Input.Tie", $"{Tie}"), new("Input.People", "5"), new("Input.Promise", "true"), new("Input.Agree", "true"));
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

    [GeneratedRegex("/rooms/[0-9a-f-]{36}/book\\?date=[0-9-]{10}&amp;from=([0-9]{2}):00")]
    private static partial Regex FreeBand();

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

    public int Tie { get; init; } = GivenRooms.Tie;
}
