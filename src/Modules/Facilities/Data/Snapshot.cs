using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.Facilities.Data;

/// <summary>All of the module's data, read once: some hundred rows that nearly every page needs. Nobody changes it.</summary>
internal sealed class Snapshot
{
    public static readonly Opening Unknown = new(null, null, "開館時間は未定です");

    private readonly Dictionary<Guid, Hall> halls;
    private readonly Dictionary<Guid, Room> rooms;
    private readonly ILookup<(Guid?, OpeningPart), OpeningRule> rules;
    private readonly IReadOnlyList<Closure> closures;
    private readonly string city;

    private Day? today;

    private Snapshot(string city, IReadOnlyList<Ward> wards, IReadOnlyList<Hall> halls, IReadOnlyList<MeetingRoom> rooms, IReadOnlyList<OpeningRule> rules, IReadOnlyList<Closure> closures)
    {
        (this.city, Wards, All, MeetingRooms, this.closures) = (city, wards, halls, rooms, closures);
        this.halls = halls.ToDictionary(h => h.Id);
        this.rooms = rooms.ToDictionary(r => r.Id, r => new Room(r.Id, r.HallId, r.No, r.Name, r.Capacity, [.. r.Spaces.Select(s => s.Id)], r.IsLibrary));
        this.rules = rules.ToLookup(r => (r.HallId, r.Part));
    }

    private sealed record Day(DateOnly Date, HallDirectory Halls, ILookup<Guid, Room> Rooms);

    /// <summary>Wards in the order of the city's lists.</summary>
    public IReadOnlyList<Ward> Wards { get; }

    /// <summary>Every hall there ever was, in the order of the numbers, with all its versions.</summary>
    public IReadOnlyList<Hall> All { get; }

    /// <summary>Every room there ever was, in the order of the numbers.</summary>
    public IReadOnlyList<MeetingRoom> MeetingRooms { get; }

    public static async Task<Snapshot> ReadAsync(FacilitiesDb db, string city, CancellationToken cancellation)
    {
        var halls = await db.Halls.AsNoTracking().IgnoreQueryFilters().Include(h => h.Details).AsSplitQuery().ToListAsync(cancellation);
        var rooms = await db.Rooms.AsNoTracking().IgnoreQueryFilters().Include(r => r.Spaces).ToListAsync(cancellation);
        return new Snapshot(
            city,
            await db.Wards.AsNoTracking().OrderBy(w => w.Order).ToListAsync(cancellation),
            [.. halls.OrderBy(h => Printed.Order(h.No), StringComparer.Ordinal)],
            [.. rooms.OrderBy(r => Printed.Order(r.No), StringComparer.Ordinal)],
            await db.OpeningRules.AsNoTracking().IgnoreQueryFilters().OrderBy(r => r.ValidFrom).ToListAsync(cancellation),
            await db.Closures.AsNoTracking().IgnoreQueryFilters().Where(c => c.WithdrawnAt == null).OrderBy(c => c.From).ToListAsync(cancellation));
    }

    public HallDirectory HallsOn(DateOnly date) => On(date).Halls;

    public IReadOnlyList<Room> RoomsOn(DateOnly date, Guid hallId) => [.. On(date).Rooms[hallId].OrderBy(r => Printed.Order(r.No), StringComparer.Ordinal)];

    public Room? FindRoom(Guid id) => rooms.GetValueOrDefault(id);

    public Hall? FindHall(Guid id) => halls.GetValueOrDefault(id);

    /// <summary>The rule of the hall itself, of the hall a branch belongs to, or of the city: the first there is.</summary>
    public OpeningRule? RuleOn(Guid hallId, OpeningPart part, DateOnly date) =>
        Valid(hallId, part, date) ?? (FindHall(hallId)?.ParentId is { } parent ? Valid(parent, part, date) : null) ?? Valid(null, part, date);

    public Opening OpeningOn(Guid hallId, OpeningPart part, DateOnly date)
    {
        if (!halls.ContainsKey(hallId) || RuleOn(hallId, part, date) is not { } rule)
        {
            return Unknown;
        }

        var closure = closures.FirstOrDefault(c => c.Covers(date) && (c.HallId is null || c.HallId == hallId) && (c.Part == OpeningPart.Hall || c.Part == part));
        if ((closure?.Reason ?? rule.WhyClosed(date)) is { } reason)
        {
            return new(null, null, reason);
        }

        var (from, to) = rule.HoursOn(date);
        return new(from, to, NationalHolidays.NameOn(date));
    }

    /// <summary>Closures not withdrawn that touch the hall in the period.</summary>
    public IEnumerable<Closure> ClosuresOf(Guid hallId, Period period) =>
        closures.Where(c => (c.HallId is null || c.HallId == hallId) && c.From <= period.To && c.To >= period.From);

    private OpeningRule? Valid(Guid? hallId, OpeningPart part, DateOnly date) => rules[(hallId, part)].FirstOrDefault(r => r.IsValidOn(date));

    private Day On(DateOnly date)
    {
        if (today is { } known && known.Date == date)
        {
            return known;
        }

        var inUse = MeetingRooms.Where(r => r.IsValidOn(date)).Select(r => r.Id).ToHashSet();
        return today = new(
            date,
            new HallDirectory([.. All.Select(h => Ref(h, date)).OfType<HallRef>()]),
            rooms.Values.Where(r => inUse.Contains(r.Id)).ToLookup(r => r.HallId));
    }

    private HallRef? Ref(Hall hall, DateOnly date)
    {
        if (hall.On(date) is not { } details)
        {
            return null;
        }

        var shortName = city.Length > 0 && details.Name.StartsWith(city, StringComparison.Ordinal) && details.Name.Length > city.Length ? details.Name[city.Length..] : details.Name;
        return new(hall.Id, hall.No, details.Name, shortName, Wards.First(w => w.Id == details.WardId).Name, hall.ParentId);
    }
}
