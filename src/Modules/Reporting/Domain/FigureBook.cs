namespace Kominkan.Reporting.Domain;

/// <summary>The definitions in force for one fiscal year, in the order they are printed, with what modules bring themselves.</summary>
internal sealed class FigureBook
{
    private readonly Dictionary<string, FigureDefinition> byKey;

    /// <param name="versions">Every version of every definition.</param>
    public FigureBook(FiscalYear year, IEnumerable<FigureDefinition> versions, IEnumerable<OwnFigure> own)
    {
        byKey = versions.Where(d => d.ValidFromYear <= year.Year).GroupBy(d => d.Key).Select(g => g.MaxBy(d => d.ValidFromYear)!)
            .Where(d => d.ValidToYear is null || d.ValidToYear >= year.Year).ToDictionary(d => d.Key);
        foreach (var (figure, n) in own.Select((f, n) => (f, n)))
        {
            byKey.TryAdd(figure.Key, FigureDefinition.Of(figure, 100_000 + n));
        }

        All = [.. byKey.Values.OrderBy(d => d.Order)];
    }

    /// <summary>Parts of composites that are not printed included.</summary>
    public IReadOnlyList<FigureDefinition> All { get; }

    public FigureDefinition? Find(string key) => byKey.GetValueOrDefault(key);

    /// <exception cref="RuleBroken">In some year the figure is a part of itself, over however many others.</exception>
    public static void DemandNoCircle(string key, IReadOnlyCollection<FigureDefinition> versions)
    {
        if (versions.Select(v => v.ValidFromYear).Distinct().Any(year => new FigureBook(new FiscalYear(year), versions, []).IsPartOfItself(key)))
        {
            throw new RuleBroken("合計がひと回りして、この数字自身を含みます。キーを確かめてください。", "Input.Parts");
        }
    }

    private bool IsPartOfItself(string key)
    {
        var (seen, next) = (new HashSet<string>(), new Stack<string>([key]));
        while (next.TryPop(out var figure))
        {
            foreach (var part in Find(figure) is { Kind: FigureKind.Composite } sum ? sum.PartKeys : [])
            {
                if (part == key)
                {
                    return true;
                }

                if (seen.Add(part))
                {
                    next.Push(part);
                }
            }
        }

        return false;
    }
}
