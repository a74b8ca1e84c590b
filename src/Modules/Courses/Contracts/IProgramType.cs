namespace Kominkan.Courses.Contracts;

/// <summary>
/// A program type, registered through DI by the module that owns its extras. The engine (recruit, apply, draw, enrol,
/// roll call, report) asks these few questions and never names a type.
/// </summary>
public interface IProgramType
{
    /// <summary>Stable key as stored and imported: <c>hosted-course</c>.</summary>
    string Key { get; }

    /// <summary>Its name in the report: 主催講座.</summary>
    string Label { get; }

    /// <summary>Which ways of intake a course of the type may have; the first is the default.</summary>
    IReadOnlyList<Intake> Intakes { get; }

    /// <summary>How attendance is usually taken; staff may do either.</summary>
    RollCall RollCall => RollCall.ByName;

    /// <summary>A rule of its own: why this applicant may not apply, as the sentence they read, or null.</summary>
    string? WhyNotApply(ApplicantFacts applicant) => null;

    /// <summary>Pages of its own for one course, shown on the staff's course page.</summary>
    IEnumerable<ProgramTypePage> PagesFor(Guid courseId) => [];
}

/// <summary>How places are given.</summary>
public enum Intake
{
    /// <summary>先着</summary>
    FirstCome,

    /// <summary>抽選</summary>
    Draw,

    /// <summary>申込不要: walk in.</summary>
    None,
}

public enum RollCall
{
    /// <summary>One mark for each person on the roll.</summary>
    ByName,

    /// <summary>Heads by age band and gender, without names.</summary>
    Tally,
}

/// <summary>What a type's rule may know of an applicant.</summary>
/// <param name="Age">Full years on the day of the first session.</param>
/// <param name="SchoolGrade">1 to 12 (小1 to 高3) in the course's fiscal year, 0 below school age, null above.</param>
public sealed record ApplicantFacts(int Age, int? SchoolGrade);

/// <param name="Label">Words of the link, in Japanese.</param>
/// <param name="Url">Absolute path.</param>
public sealed record ProgramTypePage(string Label, string Url);
