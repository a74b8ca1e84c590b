using Kominkan.Booking.Domain;
using Kominkan.SharedKernel.Ui;

namespace Kominkan.Booking.Pages.Booking;

/// <summary>What can be chosen where rooms are looked for: what the halls have today.</summary>
internal sealed class SearchChoices(RuleBook book, IRooms rooms, IHallDirectory directory)
{
    public static readonly IReadOnlyList<Choice> Weekdays =
        [new("Monday", "月"), new("Tuesday", "火"), new("Wednesday", "水"), new("Thursday", "木"), new("Friday", "金"), new("Saturday", "土"), new("Sunday", "日")];

    public static readonly IReadOnlyList<Choice> Orders =
        [new(nameof(RoomOrder.Fit), "人数に合う順"), new(nameof(RoomOrder.Early), "日時の早い順"), new(nameof(RoomOrder.Cheap), "使用料の安い順")];

    private HallDirectory halls = HallDirectory.Empty;

    public IReadOnlyList<Choice> Bands { get; private set; } = [];

    /// <summary>調理室, 和室: sorts of rooms.</summary>
    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Equipment { get; private set; } = [];

    /// <summary>Wards, then halls.</summary>
    public IReadOnlyList<Choice> Places { get; private set; } = [];

    public string? WardOf(string? place) => halls.Wards.FirstOrDefault(w => w == place);

    public Guid? HallOf(string? place) => place is null ? null : halls.FindByNo(place)?.Id;

    /// <summary>What was looked for, in a line: 12月1日（火）から12月26日（土）まで　土曜　午後　20人.</summary>
    public string InWords(RoomSearch search, string? place, RoomOrder order)
    {
        string?[] words =
        [
            $"{search.First.MonthDay()}から{search.Last.MonthDay()}まで",
            search.Weekdays.Count == 0 ? null : $"{string.Join("・", Weekdays.Where(d => search.Weekdays.Any(w => $"{w}" == d.Value)).Select(d => d.Label))}曜",
            search.Time is { } time ? Wording.Hours(time.From, time.To) : Of(Bands, search.Band),
            search.People == 0 ? null : $"{search.People}人",
            Of(Kinds, search.Kind),
            .. search.Equipment.Select(e => Of(Equipment, e)),
            Of(Places, place),
            Wording.Of(search.UserClass),
            Of(Orders, $"{order}"),
        ];
        return string.Join("　", words.OfType<string>());
    }

    private static string? Of(IReadOnlyList<Choice> choices, string? value) => choices.FirstOrDefault(c => c.Value == value)?.Label;

    public async Task LoadAsync(DateOnly today, CancellationToken cancellation)
    {
        halls = await directory.GetAsync(cancellation);
        var (rules, fees) = (await book.GetAsync(cancellation), await book.FeesAsync(cancellation));
        var (names, bands, things) = (new List<string>(), new List<TimeBand>(), new List<string>());
        foreach (var hall in halls.All)
        {
            names.AddRange((await rooms.OfHallAsync(hall.Id, cancellation)).Where(r => !r.IsLibrary).Select(r => RoomSearch.KindOf(r.Name)));
            bands.AddRange(rules.BandsOn(hall.Id, today));
            things.AddRange(fees.EquipmentOn(hall.Id, today).Where(e => e.Stock > 0).Select(e => e.Name));
        }

        Kinds = [.. names.GroupBy(n => n).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new Choice(g.Key, g.Key))];
        Bands = [.. bands.DistinctBy(b => b.Name).OrderBy(b => b.From).Select(b => new Choice(b.Name, $"{b.Name}（{Wording.Hours(b.From, b.To)}）"))];
        Equipment = [.. things.Distinct().Order(StringComparer.Ordinal).Select(t => new Choice(t, t))];
        Places = [.. halls.Wards.Select(w => new Choice(w, w)), .. halls.All.Select(h => new Choice(h.No, h.ShortName))];
    }
}
