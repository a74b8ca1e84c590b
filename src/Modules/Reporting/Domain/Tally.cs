namespace Kominkan.Reporting.Domain;

/// <summary>
/// Adds up a period's figures in one pass: for every definition a count for each hall and month, and for shares a second
/// one of all whose sex or age is known. Everything a report shows of the period is read from here.
/// </summary>
internal sealed class Tally
{
    private const int Months = 12;

    /// <summary>Of each figure, hall and month: what is counted, of how much that is known (shares), from how many rows.</summary>
    private const int Cells = 3;

    private readonly FigureBook book;
    private readonly HallDirectory halls;
    private readonly Dictionary<string, List<(int At, FigureMeaning Meaning)>> byMeasure = [];
    private readonly Dictionary<string, int> positions = [];
    private readonly Dictionary<Guid, long[]> counts = [];
    private readonly HashSet<string> measured = [];

    public Tally(FigureBook book, HallDirectory halls)
    {
        (this.book, this.halls) = (book, halls);
        foreach (var definition in book.All.Where(d => d.Kind is FigureKind.Sum or FigureKind.Share))
        {
            var at = positions[definition.Key] = positions.Count;
            var meaning = definition.Meaning;
            if (!byMeasure.TryGetValue(meaning.Measure!, out var counted))
            {
                byMeasure[meaning.Measure!] = counted = [];
            }

            counted.Add((at, meaning));
        }
    }

    /// <summary>Nothing at all was recorded in the period.</summary>
    public bool IsEmpty => measured.Count == 0;

    public FigureBook Book => book;

    public void Add(in Figure figure)
    {
        measured.Add(figure.Key);
        if (!byMeasure.TryGetValue(figure.Key, out var counted))
        {
            return;
        }

        if (!counts.TryGetValue(figure.HallId, out var hall))
        {
            counts[figure.HallId] = hall = new long[positions.Count * Months * Cells];
        }

        var month = (figure.Month.Month + 8) % Months;
        foreach (var (at, meaning) in counted)
        {
            if (!meaning.Counts(figure))
            {
                continue;
            }

            var cell = ((at * Months) + month) * Cells;
            hall[cell + 2]++;
            if (meaning.Kind == FigureKind.Sum)
            {
                hall[cell] += figure.Value;
            }
            else if (meaning.IsKnown(figure.Breakdown))
            {
                hall[cell + 1] += figure.Value;
                hall[cell] += meaning.IsInside(figure.Breakdown) ? figure.Value : 0;
            }
        }
    }

    /// <summary>The figure, or null when nobody knows it: no module counts it, or nothing was recorded in the whole period.</summary>
    /// <param name="month">Calendar month, or null for the period. A month in which the place recorded nothing is not zero but unknown: its sheets may still lie on a desk.</param>
    public long? Value(string key, Place place, int? month = null) => Value(key, Inside(place), month, []);

    /// <summary>The two counts behind a share; null for every other figure.</summary>
    public (long Part, long Known)? Fraction(string key, Place place) =>
        book.Find(key) is { Kind: FigureKind.Share } && positions.TryGetValue(key, out var at) && Count(at, Inside(place), null) is var (part, known, _) ? (part, known) : null;

    /// <param name="known">What was added up on the way here: a part of many sums is added up once, and one that is a part of itself is unknown.</param>
    private long? Value(string key, HashSet<Guid>? inside, int? month, Dictionary<string, long?> known)
    {
        if (book.Find(key) is not { } definition || !known.TryAdd(key, null))
        {
            return known.GetValueOrDefault(key);
        }

        return known[key] = Value(definition, inside, month, known);
    }

    private long? Value(FigureDefinition definition, HashSet<Guid>? inside, int? month, Dictionary<string, long?> added)
    {
        var key = definition.Key;
        switch (definition.Kind)
        {
            case FigureKind.Sum:
                var (sum, _, rows) = Count(positions[key], inside, month);
                return month is null ? measured.Contains(definition.Measure!) ? sum : null : rows > 0 ? sum : null;
            case FigureKind.Share:
                var (part, known, _) = Count(positions[key], inside, month);
                // Half up, as the booklet rounds: in whole numbers, so that no binary fraction decides.
                return known == 0 ? null : ((200 * part) + known) / (2 * known);
            case FigureKind.Composite:
                var parts = definition.PartKeys.Select(p => Value(p, inside, month, added)).ToList();
                return parts.Any(p => p is null) ? null : parts.Sum();
            case FigureKind.Halls:
            case FigureKind.Branches:
                return halls.All.Count == 0 ? null : halls.All.Count(h => h.ParentId is not null == (definition.Kind == FigureKind.Branches) && inside?.Contains(h.Id) != false);
            default:
                return null;
        }
    }

    private (long Part, long Known, long Rows) Count(int at, HashSet<Guid>? inside, int? month)
    {
        var (part, known, rows) = (0L, 0L, 0L);
        foreach (var (_, hall) in counts.Where(h => inside?.Contains(h.Key) != false))
        {
            var (from, to) = month is { } m ? ((m + 8) % Months, ((m + 8) % Months) + 1) : (0, Months);
            for (var i = from; i < to; i++)
            {
                var cell = ((at * Months) + i) * Cells;
                (part, known, rows) = (part + hall[cell], known + hall[cell + 1], rows + hall[cell + 2]);
            }
        }

        return (part, known, rows);
    }

    private HashSet<Guid>? Inside(Place place) => place.IsCity ? null
        : [.. halls.All.Where(h => (place.Hall is null || h.No == place.Hall) && (place.Ward is null || h.Ward == place.Ward)).Select(h => h.Id)];
}
