using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Sample;

/// <summary>Some weeks of hires around today by invented circles, and a block that waits for an answer.</summary>
internal sealed class SampleHires(BookingDb db, Quotes quotes, RuleBook book, IHallDirectory halls, IRooms rooms, IOpeningCalendar openings, ChargeHirers charge) : ISampleLife
{
    private const int Back = 14;
    private const int Ahead = 28;

    private static readonly (string Group, string Purpose, string Kind, int Tie)[] Circles =
        [
            ("みどり書道会", "書道の練習", "学習・文化活動", 1), ("コーラスすみれ", "合唱の練習", "学習・文化活動", 1), ("健康体操クラブ", "体操", "スポーツ・健康", 1), ("水彩画の会", "水彩画の制作", "学習・文化活動", 2),
            ("朗読の会ひばり", "朗読の練習", "学習・文化活動", 1), ("手話サークル虹", "手話の学習", "学習・文化活動", 1), ("囲碁同好会", "囲碁", "学習・文化活動", 2), ("子育てネットワーク", "親子の集まり", "子ども・子育て", 3),
        ];

    private static readonly (string Family, string Kana)[] Names = [("佐藤", "サトウ"), ("松本", "マツモト"), ("木村", "キムラ"), ("清水", "シミズ"), ("髙木", "タカギ"), ("𠮷村", "ヨシムラ")];

    private readonly Random random = new(20261126);
    private readonly HashSet<string> numbers = [];
    private readonly HashSet<(Guid, DateOnly, int)> taken = [];

    /// <summary>After the courses.</summary>
    public int Order => ISampleLife.Life + 10;

    public async Task FillAsync(DateOnly today, CancellationToken cancellation)
    {
        var rules = await RuleBook.ReadAsync(db, cancellation);
        book.Forget();
        taken.UnionWith(await db.Cells.AsNoTracking().Select(c => new ValueTuple<Guid, DateOnly, int>(c.SpaceId, c.Date, c.Number)).ToListAsync(cancellation));
        foreach (var hall in (await halls.GetAsync(cancellation)).All)
        {
            var usable = (await rooms.OfHallAsync(hall.Id, cancellation)).Where(r => !r.IsLibrary).ToList();
            for (var date = today.AddDays(-Back); date <= today.AddDays(Ahead); date = date.AddDays(1))
            {
                var opening = await openings.OnAsync(hall.Id, date, cancellation);
                foreach (var band in rules.BandsOn(hall.Id, date).Where(b => opening.IsOpen && b.From >= opening.From && b.To <= opening.To && random.Next(10) < 4))
                {
                    await HireAsync(rules, usable[random.Next(usable.Count)], date, band, today, cancellation);
                }
            }
        }

        await AskAsync(today, cancellation);
        await db.SaveChangesAsync(cancellation);
        await charge.SayAsync([.. db.Hires.Local], cancellation);
    }

    private async Task HireAsync(HireRules rules, Room room, DateOnly date, TimeBand band, DateOnly today, CancellationToken cancellation)
    {
        var slot = new RoomSlot(room.Id, date, band.From, band.To);
        var (circle, name) = (Circles[random.Next(Circles.Length)], Names[random.Next(Names.Length)]);
        var hirer = new Hirer { GroupName = circle.Group, FamilyName = name.Family, GivenName = "恵子", FamilyKana = name.Kana, GivenKana = "ケイコ", Phone = $"090-0000-{random.Next(10_000):0000}" };
        var order = new Order((HireChannel)random.Next(3), UserClass.Group, [band.Name], hirer, circle.Purpose, random.Next(5, Math.Max(6, room.Capacity)), Guid.CreateVersion7()) { PurposeKind = circle.Kind, Tie = rules.TiesOn(today).First(t => t.Code == circle.Tie).Tie };
        var booked = date.AddDays(-random.Next(15, 60)).ToUtc(new TimeOnly(10, 0));
        var prices = await quotes.PricesAsync(room.Id, date, cancellation);
        var hire = RoomHire.Book(room, slot, order with { People = Math.Min(order.People, room.Capacity) }, Fee.OfBands(prices, [band.Name])!, booked);
        while (!numbers.Add(hire.Number))
        {
            hire.Renumber();
        }

        if (date < today.AddDays(3))
        {
            hire.Permit("見本", booked.AddDays(7));
        }

        if (date < today)
        {
            hire.Report(Math.Max(1, hire.People - random.Next(4)), date.ToUtc(band.To));
        }

        if (Put(Occupancy.Of(room, hire.Use, null), room))
        {
            db.Hires.Add(hire);
        }
    }

    /// <summary>As the calendar does, for many at once in a database nobody else writes to.</summary>
    private bool Put(Occupancy occupancy, Room room)
    {
        var cells = occupancy.CellsIn(room).ToList();
        if (cells.Exists(c => taken.Contains((c.SpaceId, c.Date, c.Number))))
        {
            return false;
        }

        cells.ForEach(c => taken.Add((c.SpaceId, c.Date, c.Number)));
        db.Occupancies.Add(occupancy);
        db.Cells.AddRange(cells);
        return true;
    }

    private async Task AskAsync(DateOnly today, CancellationToken cancellation)
    {
        foreach (var hall in (await halls.GetAsync(cancellation)).All.Take(2))
        {
            var room = (await rooms.OfHallAsync(hall.Id, cancellation))[0];
            var slot = new RoomSlot(room.Id, today.AddDays(Ahead + 5), new(9, 0), new(17, 0));
            var now = today.ToUtc(new TimeOnly(9, 0));
            var block = RoomBlock.Ask(room, slot, RoomUseKind.OwnProgram, "新春のつどい", Guid.Empty, "見本", now, now.AddDays(3));
            db.Blocks.Add(block);
            Put(Occupancy.Of(room, new RoomUse(slot, block.Kind, block.Reason, block.Id, $"/staff/room-blocks/{block.Id}"), block.AnswerBy), room);
        }
    }
}
