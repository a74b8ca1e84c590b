using Kominkan.Reporting.Domain;

namespace Kominkan.Reporting;

/// <summary>How a figure is counted, as head office reads it.</summary>
internal sealed class MeaningWords(IEnumerable<IFigures> modules)
{
    private readonly Dictionary<string, string> measures = modules.SelectMany(m => m.Measures).DistinctBy(m => m.Key).ToDictionary(m => m.Key, m => m.Label);

    public string Of(FigureDefinition d)
    {
        var meaning = d.Meaning;
        if (d.Kind == FigureKind.Composite)
        {
            return "次の数字の合計：" + string.Join("、", meaning.Parts);
        }

        if (d.Kind is not (FigureKind.Sum or FigureKind.Share))
        {
            return Of(d.Kind);
        }

        List<string> limits = [];
        limits.Add(meaning.Programs is ["*"] ? "すべての種別" : "種別 " + string.Join("、", meaning.Programs));
        limits.AddRange(meaning.Tags.Count == 0 ? [] : ["タグ " + string.Join("、", meaning.Tags)]);
        limits.AddRange(meaning.Genders.Count == 0 ? [] : [string.Join("、", meaning.Genders)]);
        limits.AddRange(meaning.AgeBands.Count == 0 ? [] : [string.Join("、", meaning.AgeBands)]);
        return $"{measures.GetValueOrDefault(d.Measure!, d.Measure!)}{(d.Kind == FigureKind.Share ? "の割合" : "の合計")}（{string.Join("／", limits)}）";
    }

    public static string Of(FigureKind kind) => kind switch
    {
        FigureKind.Sum => "合計",
        FigureKind.Share => "割合",
        FigureKind.Composite => "ほかの数字の合計",
        FigureKind.Halls => "館の数",
        FigureKind.Branches => "分館の数",
        _ => "まだ数えない",
    };

    /// <exception cref="RuleBroken">The form sent something else.</exception>
    public static FigureKind KindOf(string text) =>
        Enum.GetNames<FigureKind>().Contains(text) ? Enum.Parse<FigureKind>(text) : throw new RuleBroken("種類を選んでください。", "Input.Kind");

    public static string Since(FigureDefinition d) =>
        (d.ValidFromYear == FigureDefinition.FirstYear ? "はじめから" : $"{new FiscalYear(d.ValidFromYear)}から") + (d.ValidToYear is { } to ? $"{new FiscalYear(to)}まで" : "");
}
