namespace Kominkan.Reporting.Domain;

/// <summary>What there is to count and to add up. What a stored version names is known although its module is off today.</summary>
internal sealed class KnownNames(IEnumerable<IFigures> modules, IReadOnlyCollection<FigureDefinition> versions)
{
    private readonly HashSet<string> measures = [.. modules.SelectMany(m => m.Measures).Select(m => m.Key), .. versions.Select(v => v.Measure).OfType<string>()];
    private readonly HashSet<string> programs = [.. modules.SelectMany(m => m.ProgramKeys), .. versions.SelectMany(v => v.Meaning.Programs), "*"];
    private readonly HashSet<string> figures = [.. versions.Select(v => v.Key), .. modules.SelectMany(m => m.OwnFigures).Select(f => f.Key)];

    /// <exception cref="RuleBroken">The meaning names something that is not there; the sentence says what.</exception>
    public void Demand(FigureMeaning meaning)
    {
        Demand("数えるもの", "Input.Measure", string.IsNullOrEmpty(meaning.Measure) ? [] : [meaning.Measure], measures);
        Demand("種別", "Input.Programs", meaning.Programs, programs);
        Demand("性別", "Input.Genders", meaning.Genders, SharedKernel.AgeBands.Genders);
        Demand("年齢区分", "Input.AgeBands", meaning.AgeBands, SharedKernel.AgeBands.All);
        Demand("数字のキー", "Input.Parts", meaning.Parts, figures);
    }

    private static void Demand(string what, string field, IEnumerable<string> named, IEnumerable<string> known)
    {
        if (named.FirstOrDefault(n => !known.Contains(n)) is { } unknown)
        {
            throw new RuleBroken($"「{(unknown.Length <= 20 ? unknown : unknown[..20] + "…")}」という{what}はありません。", field);
        }
    }
}
