namespace Kominkan.Reporting.Domain;

/// <summary>
/// What a printed figure means, from one fiscal year on: which measure, of which program types, tags, sexes and ages. Head
/// office changes it by adding a version with a later first year, so that earlier reports keep their meaning.
/// </summary>
[ShownPublicly("reports")]
internal sealed class FigureDefinition
{
    public const int LabelLength = 60;
    public const int NoteLength = 200;

    /// <summary>Before the first of these years there was no community hall to report on.</summary>
    public const int FirstYear = 1946;

    private const string All = "*";

    private FigureDefinition()
    {
    }

    /// <summary>The figure's name among programs: <c>hosted.courses</c>.</summary>
    public string Key { get; private init; } = "";

    /// <summary>First fiscal year it holds for; it ends where the next version begins.</summary>
    public int ValidFromYear { get; private init; }

    /// <summary>Last fiscal year the figure is printed; null while it is.</summary>
    public int? ValidToYear { get; private set; }

    public string Label { get; private set; } = "";

    public string Unit { get; private set; } = "";

    /// <summary>Heading it is printed under; empty for a figure that only serves as part of others.</summary>
    public string Section { get; private set; } = "";

    public int Order { get; private set; }

    public FigureKind Kind { get; private set; }

    public string? Measure { get; private set; }

    /// <summary>Keys of program types, or <c>*</c> for every one there is.</summary>
    public string Programs { get; private set; } = All;

    /// <summary>Any one of these tags; empty for all subjects. Tags overlap, so these figures need not add up to a total.</summary>
    public string Tags { get; private set; } = "";

    public string Genders { get; private set; } = "";

    public string AgeBands { get; private set; } = "";

    /// <summary>Keys of the figures a composite adds up.</summary>
    public string Parts { get; private set; } = "";

    public string? Note { get; private set; }

    public bool IsPrinted => Section.Length > 0;

    public IReadOnlyList<string> PartKeys => Split(Parts);

    /// <summary>The meaning a city starts with.</summary>
    public static FigureDefinition Default(int order, string section, string key, string label, string unit, FigureMeaning meaning, string? note = null) => new()
    {
        Key = key,
        ValidFromYear = FirstYear,
        Section = section,
        Label = label,
        Unit = unit,
        Order = order,
        Kind = meaning.Kind,
        Measure = meaning.Measure,
        Programs = Join(meaning.Programs),
        Tags = Join(meaning.Tags),
        Genders = Join(meaning.Genders),
        AgeBands = Join(meaning.AgeBands),
        Parts = Join(meaning.Parts),
        Note = note,
    };

    /// <summary>A figure a module brings with it and no definition knows.</summary>
    public static FigureDefinition Of(OwnFigure own, int order) => Default(
        order, "その他の事業", own.Key, own.Label, own.Unit, FigureMeaning.Sum(own.Measure) with { Programs = own.Program is null ? [All] : [own.Program] });

    /// <summary>The next version of this definition.</summary>
    /// <exception cref="RuleBroken">The year is not later than this version's, or the meaning is not whole.</exception>
    public FigureDefinition From(int year, string label, FigureMeaning meaning, string? note, int? lastYear)
    {
        if (year <= ValidFromYear || year > 2200)
        {
            throw new RuleBroken("適用する年度は、いまの定義より後の年度を入れてください。", "Input.FromYear");
        }

        var next = Default(Order, Section, Key, label, Unit, meaning, note);
        next.Check(year, lastYear);
        return new FigureDefinition
        {
            Key = Key,
            ValidFromYear = year,
            ValidToYear = lastYear,
            Section = Section,
            Label = next.Label,
            Unit = Unit,
            Order = Order,
            Kind = next.Kind,
            Measure = next.Measure,
            Programs = next.Programs,
            Tags = next.Tags,
            Genders = next.Genders,
            AgeBands = next.AgeBands,
            Parts = next.Parts,
            Note = next.Note,
        };
    }

    /// <summary>Corrects a version that head office added itself.</summary>
    public void Change(string label, FigureMeaning meaning, string? note, int? lastYear)
    {
        if (ValidFromYear == FirstYear)
        {
            throw new RuleBroken("はじめの定義は変えられません。適用する年度を入れてください。", "Input.FromYear");
        }

        (Label, Kind, Measure, Note, ValidToYear) = (label, meaning.Kind, meaning.Measure, note, lastYear);
        (Programs, Tags, Genders, AgeBands, Parts) = (Join(meaning.Programs), Join(meaning.Tags), Join(meaning.Genders), Join(meaning.AgeBands), Join(meaning.Parts));
        Check(ValidFromYear, lastYear);
    }

    public FigureMeaning Meaning => new(Kind, Measure, Split(Programs), Split(Tags), Split(Genders), Split(AgeBands), PartKeys);

    private void Check(int year, int? lastYear)
    {
        if (lastYear < year)
        {
            throw new RuleBroken("終わりの年度は、始まりの年度以後にしてください。", "Input.ToYear");
        }

        if (Kind is FigureKind.Sum or FigureKind.Share && string.IsNullOrEmpty(Measure))
        {
            throw new RuleBroken("数えるものを選んでください。", "Input.Measure");
        }

        if (Kind == FigureKind.Share && (Genders.Length > 0) == (AgeBands.Length > 0))
        {
            throw new RuleBroken("割合には、性別か年齢区分のどちらか一方を選んでください。", "Input.Genders");
        }

        if (Kind == FigureKind.Composite && (Parts.Length == 0 || PartKeys.Contains(Key)))
        {
            throw new RuleBroken("合計する数字のキーを入れてください。", "Input.Parts");
        }
    }

    private static string Join(IReadOnlyList<string> parts) => string.Join(';', parts);

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal enum FigureKind
{
    /// <summary>Nobody counts it yet: a dash.</summary>
    NotYet,

    /// <summary>A measure, added up.</summary>
    Sum,

    /// <summary>A measure of some sexes or ages, in percent of those whose sex or age is known.</summary>
    Share,

    /// <summary>Other figures, added up; unknown while one of them is.</summary>
    Composite,

    /// <summary>Halls of the list.</summary>
    Halls,

    /// <summary>Branches of the list.</summary>
    Branches,
}

/// <summary>How a figure is counted.</summary>
internal sealed record FigureMeaning(
    FigureKind Kind, string? Measure, IReadOnlyList<string> Programs, IReadOnlyList<string> Tags, IReadOnlyList<string> Genders, IReadOnlyList<string> AgeBands, IReadOnlyList<string> Parts)
{
    public static readonly FigureMeaning NotYet = Of(FigureKind.NotYet);

    public static FigureMeaning Of(FigureKind kind) => new(kind, null, ["*"], [], [], [], []);

    public static FigureMeaning Sum(string measure, params string[] programs) => Of(FigureKind.Sum) with { Measure = measure, Programs = programs.Length == 0 ? ["*"] : programs };

    public static FigureMeaning Composite(params string[] parts) => Of(FigureKind.Composite) with { Parts = parts };

    public bool Counts(in Figure figure) =>
        figure.Key == Measure
        && (Programs is ["*"] || Programs.Contains(figure.Breakdown.Program))
        && (Tags.Count == 0 || figure.Breakdown.Tags.Any(Tags.Contains))
        && (Kind == FigureKind.Share || (Fits(Genders, figure.Breakdown.Gender) && Fits(AgeBands, figure.Breakdown.AgeBand)));

    /// <summary>Of a share: among those whose sex (or age) is known at all.</summary>
    public bool IsKnown(Breakdown b) => Genders.Count > 0 ? b.Gender is not null and not "不明" : b.AgeBand is not null and not SharedKernel.AgeBands.Unknown;

    public bool IsInside(Breakdown b) => Fits(Genders, b.Gender) && Fits(AgeBands, b.AgeBand);

    private static bool Fits(IReadOnlyList<string> wanted, string? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value));
}
