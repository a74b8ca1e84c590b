namespace Kominkan.SharedKernel;

/// <summary>
/// What a module counted, as a row: so much of a measure, for one subject (a course, a class, a hire), in one month,
/// with the breakdown it was recorded by. Reporting adds rows up by its dated definitions and never reads another schema.
/// </summary>
/// <param name="Key">The measure, as listed in <see cref="IFigures.Measures"/>: <c>course.held</c>, <c>course.attendance</c>.</param>
/// <param name="Value">How much, in the measure's unit; never negative.</param>
/// <param name="HallId">The hall it belongs to.</param>
/// <param name="Month">First day of the month it happened in.</param>
/// <param name="Subject">Id of the record it was counted from: the same subject is one course, however many tags it has.</param>
/// <param name="Breakdown">How it may be split.</param>
public readonly record struct Figure(string Key, long Value, Guid HallId, DateOnly Month, Guid Subject, Breakdown Breakdown);

/// <summary>How a figure may be split. Shared instances: a year has some ten thousand figures and few distinct breakdowns.</summary>
/// <param name="Program">Key of the program type.</param>
/// <param name="Tags">Tags of the subject; they may overlap.</param>
/// <param name="Gender">男, 女, 不明, or null where it was not counted.</param>
/// <param name="AgeBand">One of <see cref="AgeBands.All"/>, or null where it was not counted.</param>
public sealed record Breakdown(string Program, IReadOnlyList<string> Tags, string? Gender = null, string? AgeBand = null);

/// <summary>A measure a module keeps.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Label">Its name in Japanese.</param>
/// <param name="Unit">件, 回, 人 (実), 人 (延べ).</param>
public sealed record Measure(string Key, string Label, string Unit);

/// <summary>A row behind a figure, for the page that shows what a figure is made of.</summary>
public sealed record FigureSubject(Guid Id, string Title, string Url);

/// <summary>A module's contribution to every report.</summary>
public interface IFigures
{
    IReadOnlyList<Measure> Measures { get; }

    /// <summary>Every <see cref="Breakdown.Program"/> its figures may have, so that a definition cannot name one nobody counts. Default: none.</summary>
    IReadOnlyList<string> ProgramKeys => [];

    /// <summary>
    /// Figures of its own that no definition of Reporting knows, printed with their own label as they are: the way a
    /// program type that came as a plugin gets its line in the report. Default: none.
    /// </summary>
    IReadOnlyList<OwnFigure> OwnFigures => [];

    /// <summary>Everything counted in the period, both ends included, within the request's hall scope.</summary>
    IAsyncEnumerable<Figure> InPeriodAsync(Period period, CancellationToken cancellation = default);

    /// <summary>Names and addresses of subjects; ids it does not know are left out.</summary>
    Task<IReadOnlyList<FigureSubject>> SubjectsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default);
}

/// <summary>
/// Which reports are final. Records of their days may still be mended, but the printed figures stay until head office
/// closes the period again: who keys such a record in is told so.
/// </summary>
public interface IClosedPeriods
{
    /// <summary>Names of the closed periods the day lies in, the month first: 令和8年10月, 令和8年度; empty when none is closed.</summary>
    Task<IReadOnlyList<string>> AtAsync(DateOnly day, CancellationToken cancellation = default);
}

/// <summary>A printed line that a module defines itself: one measure, optionally of one program type.</summary>
public sealed record OwnFigure(string Key, string Label, string Unit, string Measure, string? Program = null);

/// <summary>
/// Age as it is kept: school stage below, ten-year bands above; every printed band is derived from these.
/// Source: the import format, and section 5 of the domain notes (bands of different reports clash).
/// </summary>
public static class AgeBands
{
    public const string Unknown = "不明";

    public static readonly IReadOnlyList<string> All =
        ["未就学", "小1-2", "小3-4", "小5-6", "中学生", "高校生", "10代その他", "20代", "30代", "40代", "50代", "60代", "70代", "80以上", Unknown];

    public static readonly IReadOnlyList<string> Genders = ["男", "女", "不明"];

    public static string? Find(string? text) => All.FirstOrDefault(b => b == text);
}
