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
}
