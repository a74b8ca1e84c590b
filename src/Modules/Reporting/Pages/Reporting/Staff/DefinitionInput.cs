using System.ComponentModel.DataAnnotations;
using Kominkan.Reporting.Domain;

namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>The form of a new version of a figure's meaning; lists are written with semicolons.</summary>
internal sealed record DefinitionInput
{
    [Display(Name = "適用する年度"), Required, Range(FigureDefinition.FirstYear, 2200)]
    public int? FromYear { get; set; }

    [Display(Name = "最後の年度"), Range(FigureDefinition.FirstYear, 2200)]
    public int? ToYear { get; set; }

    [Display(Name = "項目の名前"), Required, MaxLength(FigureDefinition.LabelLength)]
    public string Label { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? Measure { get; set; }

    [Display(Name = "種別"), Required, MaxLength(500)]
    public string Programs { get; set; } = "";

    [Display(Name = "タグ"), MaxLength(500)]
    public string? Tags { get; set; }

    public List<string> Genders { get; set; } = [];

    public List<string> AgeBands { get; set; } = [];

    [Display(Name = "合計する数字"), MaxLength(500)]
    public string? Parts { get; set; }

    [Display(Name = "注"), MaxLength(FigureDefinition.NoteLength), DataType(DataType.MultilineText)]
    public string? Note { get; set; }

    /// <summary>The form as the version in force fills it, for a change from this year on.</summary>
    public static DefinitionInput Of(FigureDefinition last, FiscalYear year) => new()
    {
        FromYear = Math.Max(last.ValidFromYear, year.Year),
        ToYear = last.ValidToYear,
        Label = last.Label,
        Kind = last.Kind.ToString(),
        Measure = last.Measure,
        Programs = last.Programs,
        Tags = last.Tags,
        Genders = [.. last.Meaning.Genders],
        AgeBands = [.. last.Meaning.AgeBands],
        Parts = last.Parts,
        Note = last.Note,
    };

    /// <exception cref="RuleBroken">The kind is none there is.</exception>
    public FigureMeaning Meaning() => new(MeaningWords.KindOf(Kind), Measure, Split(Programs), Split(Tags), Chosen(Genders), Chosen(AgeBands), Split(Parts));

    private static string[] Chosen(List<string> ticks) => [.. ticks.Where(t => !string.IsNullOrEmpty(t)).Distinct()];

    private static string[] Split(string? text) =>
        [.. (text ?? "").Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(JapaneseText.Clean).Distinct()];
}
