namespace Kominkan.Reporting.Contracts;

/// <summary>The reports, computed from the records of every module; a closed period is answered from its snapshot.</summary>
public interface IAnnualReports
{
    /// <summary>A fiscal year beside the one before it.</summary>
    /// <exception cref="RuleBroken">The place names a hall or ward that does not exist.</exception>
    Task<Report> AnnualAsync(FiscalYear year, Place place, CancellationToken cancellation = default);

    /// <summary>A month beside the same month of the year before.</summary>
    /// <param name="month">Any day of the month.</param>
    /// <exception cref="RuleBroken">The place names a hall or ward that does not exist.</exception>
    Task<Report> MonthlyAsync(DateOnly month, Place place, CancellationToken cancellation = default);

    /// <summary>Writes a report as a file; the stream stays open.</summary>
    Task WriteAsync(Report report, ReportFormat format, Stream stream, CancellationToken cancellation = default);
}

/// <summary>What part of the city a figure is about: all of it, a ward, or one hall or branch by itself.</summary>
/// <param name="Hall">館番号, or null. A hall is counted without its branches, which have numbers of their own.</param>
/// <param name="Ward">Name of the ward (東区), or null.</param>
public sealed record Place(string? Hall = null, string? Ward = null)
{
    public static readonly Place City = new();

    public bool IsCity => Hall is null && Ward is null;
}

/// <param name="Title">平成26年度 事業報告</param>
/// <param name="PeriodName">平成26年度, or 平成26年10月.</param>
/// <param name="PreviousName">The period the report compares with.</param>
/// <param name="PlaceName">熊本市, the ward or the hall.</param>
/// <param name="IsClosed">The figures are those of the snapshot.</param>
public sealed record Report(string Title, string PeriodName, string PreviousName, Place Place, string PlaceName, bool IsClosed, IReadOnlyList<ReportLine> Lines)
{
    /// <summary>The line of a key, or null.</summary>
    public ReportLine? Find(string key) => Lines.FirstOrDefault(l => l.Key == key);
}

/// <summary>A figure, in its unit. A value nobody knows is null, printed as a dash and never as zero.</summary>
/// <param name="Section">The heading it stands under: Ⅰ-2(1)イ 教養講演会.</param>
/// <param name="Note">What a reader must know about it, or null.</param>
public sealed record ReportLine(string Key, string Section, string Label, string Unit, long? Value, long? Previous, string? Note)
{
    /// <summary>Value less previous; null when one of them is unknown.</summary>
    public long? Change => Value - Previous;
}

public enum ReportFormat
{
    /// <summary>An array of <c>{"key","label","unit","value","previous","change","note"}</c>, UTF-8.</summary>
    Json,

    /// <summary>UTF-8 with BOM.</summary>
    Csv,

    /// <summary>Numbers as numbers.</summary>
    Xlsx,

    /// <summary>One page that prints on A4.</summary>
    Html,
}
