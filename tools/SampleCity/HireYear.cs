using System.Globalization;

namespace Kominkan.SampleCity;

/// <summary>A hire that is over, as the import dataset <c>hires</c> takes it.</summary>
/// <param name="Number">許可番号, unique over all years.</param>
/// <param name="People">延べ人数.</param>
public sealed record HireRow(string Number, string HallNo, string RoomNo, DateOnly Date, TimeOnly From, TimeOnly To, string Group, string Purpose, int People, int Yen);

/// <summary>
/// A fiscal year of room hires at the city's real scale, as records: never two in one room at one time. Circles and prices
/// are invented. The same year and seed give the same records.
/// </summary>
public static class HireYear
{
    private static readonly (string No, int Seats)[] Rooms = [("201", 36), ("202", 24), ("203", 20)];
    private static readonly (string No, int Seats)[] BranchRooms = [("101", 50), ("102", 16)];
    private static readonly (int From, int To)[] Bands = [(9, 12), (13, 17), (18, 22)];

    private static readonly (string Group, string Purpose)[] Circles =
    [
        ("書道サークル", "書道の練習"), ("コーラスの会", "合唱の練習"), ("健康体操クラブ", "体操"), ("水彩画の会", "水彩画の制作"), ("朗読の会", "朗読の練習"),
        ("手話サークル", "手話の学習"), ("囲碁同好会", "囲碁"), ("俳句会", "句会"), ("子ども会", "行事の準備"), ("自治会", "会議"),
    ];

    public static IReadOnlyList<HireRow> Make(int fiscalYear, int seed)
    {
        var random = new Random(unchecked((seed * 10007) + fiscalYear + 1));
        var (targets, days) = (new Targets(fiscalYear, random), new Days(fiscalYear, random));
        var slots = (from hall in Halls.Read().All
                     from day in Enumerable.Range(0, 366).Select(n => new DateOnly(fiscalYear, 4, 1).AddDays(n))
                     where days.IsFree(day)
                     from room in hall.IsBranch ? BranchRooms : Rooms
                     from band in hall.IsBranch ? Bands[..2] : Bands
                     select (Hall: hall, Day: day, Room: room, Band: band)).ToArray();
        random.Shuffle(slots);
        var chosen = slots.Take(targets["usage.hire.events"]).OrderBy(s => s.Day).ToList();
        var heads = Shares.Split(targets["usage.hire.users"], [.. chosen.Select(s => s.Room.Seats * (0.3 + random.NextDouble()))], 1);
        return [.. chosen.Select((s, n) => Row(fiscalYear, s.Hall, s.Day, s.Room, s.Band, n, heads[n], random))];
    }

    private static HireRow Row(int fiscalYear, Hall hall, DateOnly day, (string No, int Seats) room, (int From, int To) band, int n, int people, Random random)
    {
        var (group, purpose) = Circles[random.Next(Circles.Length)];
        var number = string.Create(CultureInfo.InvariantCulture, $"{fiscalYear}-{n + 1:00000}");
        return new(number, hall.No, room.No, day, new(band.From, 0), new(band.To, 0), $"{hall.Place}{group}", purpose, people, room.Seats / 12 * 100);
    }
}
