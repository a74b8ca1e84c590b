namespace Kominkan.Reporting.Domain;

/// <summary>What is known of one period: as the records give it now and, once it is closed, as it was frozen.</summary>
internal sealed class PeriodFigures(Tally tally, Closing? closing)
{
    private readonly Dictionary<(string, string), long>? frozen = closing?.Figures.ToDictionary(f => (f.Key, f.Place), f => f.Value);

    public Tally Tally => tally;

    public FigureBook Book => tally.Book;

    public bool IsClosed => closing is not null;

    public bool IsEmpty => frozen is null && tally.IsEmpty;

    public long? Value(string key, Place place) =>
        frozen is null ? tally.Value(key, place) : frozen.TryGetValue((key, PlaceKey(place)), out var value) ? value : null;

    /// <summary>What the records say today, where that is not what was closed.</summary>
    public long? Later(string key, Place place) => frozen is not null && tally.Value(key, place) is { } now && now != Value(key, place) ? now : null;

    public static string PlaceKey(Place place) => place.Hall is { } no ? "館" + no : place.Ward is { } ward ? "区" + ward : "";

    public static Place PlaceOf(string key) => key.Length == 0 ? Place.City : key[0] == '館' ? new Place(Hall: key[1..]) : new Place(Ward: key[1..]);
}

/// <summary>Puts a period beside the one before it, line by line.</summary>
internal static class ReportBuilder
{
    public static Report Build(ClosingPeriod period, Place place, string placeName, PeriodFigures now, PeriodFigures before) => new(
        $"{period.Name} 事業報告", period.Name, period.Previous.Name, place, placeName, now.IsClosed,
        [.. now.Book.All.Where(d => d.IsPrinted).Select(d => Line(d, place, now, before))]);

    /// <summary>Every known figure of the city, its wards and its halls, to be frozen.</summary>
    public static IEnumerable<FrozenFigure> Freeze(Tally tally, HallDirectory halls)
    {
        IEnumerable<Place> places = [Place.City, .. halls.Wards.Select(w => new Place(Ward: w)), .. halls.All.Select(h => new Place(Hall: h.No))];
        return places.SelectMany(p => tally.Book.All.Select(d => (Place: p, d.Key, Value: tally.Value(d.Key, p)))
            .Where(f => f.Value is not null).Select(f => new FrozenFigure(f.Key, PeriodFigures.PlaceKey(p), f.Value!.Value)));
    }

    private static ReportLine Line(FigureDefinition d, Place place, PeriodFigures now, PeriodFigures before)
    {
        var notes = new List<string>();
        if (d.Note is not null)
        {
            notes.Add(d.Note);
        }

        if (d.Kind == FigureKind.NotYet)
        {
            notes.Add("まだ集計していません。");
        }

        if (before.Book.Find(d.Key) is { } then && then.ValidFromYear != d.ValidFromYear)
        {
            notes.Add("前年度とは数え方が違います。");
        }

        if (now.Later(d.Key, place) is { } later)
        {
            notes.Add($"締めた後に記録が変わり、いまの記録では{Sentences.Number(later, d.Unit)}です。");
        }

        // The list of halls is today's: what it was a year ago is not known here.
        var previous = d.Kind is FigureKind.Halls or FigureKind.Branches && !before.IsClosed ? null : before.Value(d.Key, place);
        return new ReportLine(d.Key, d.Section, d.Label, d.Unit, now.Value(d.Key, place), previous, notes.Count == 0 ? null : string.Concat(notes));
    }
}
